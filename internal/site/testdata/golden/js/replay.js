/** A figure's two poses change by style sheet, three times; a button shows them again. */
import {t} from "./words.js";

/** @param {HTMLElement} figure */
export function offerReplay(figure) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain replay";
  button.textContent = t("Play again");
  button.addEventListener("click", () => replay(figure));
  figure.append(button);
}

/** Starts every animation of the figure anew, together. */
export function replay(figure) {
  for (const animation of figure.getAnimations({subtree: true})) animation.currentTime = 0;
}
