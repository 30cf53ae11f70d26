/** The page for readers without a connection: tries again, and lists what is kept here. */
import {keptPages, wanted} from "./kept.js";
import {t} from "./words.js";

const root = new URL("../", import.meta.url);
const kinds = {
  "": t("Pages"), programmes: t("Programmes and sessions"), exercises: t("Exercises"), conditions: t("Conditions"), guides: t("Guides"),
};

const again = document.getElementById("again");
again.href = wanted(location.search, root) ?? root.href;
again.hidden = false;
if ("caches" in globalThis) show(await keptPages(root, caches));

function show(pages) {
  if (pages.length === 0) return;
  const place = document.getElementById("kept");
  place.replaceChildren();
  for (const [kind, heading] of Object.entries(kinds)) {
    const some = pages.filter((page) => page.kind === kind);
    if (some.length > 0) place.append(element("h3", heading), listOf(some));
  }
}

function listOf(pages) {
  const list = element("ul", "");
  list.className = "kept-list";
  for (const page of pages) {
    const link = element("a", page.title);
    link.href = new URL(page.path, root).href;
    const item = element("li", "");
    item.append(link);
    list.append(item);
  }
  return list;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
