/** On pages of a programme: when the reader last did the check for warning signs, if they asked for it to be kept. */
import {browserStorage, dayOf, kept, sentence} from "./screening.js";

export function showLastCheck() {
  const {dataset, lang} = document.documentElement;
  const memory = kept(browserStorage(), dataset.site);
  if (!memory) return;
  for (const place of document.querySelectorAll(".last-check")) {
    place.textContent = sentence(memory, dayOf(new Date()), lang);
    place.hidden = false;
  }
}
