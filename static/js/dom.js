/** Elements made and brought up to date without losing the reader's place: what has the focus keeps it, what is half typed stays. */

/** An element: attributes by name (true: empty, but for ARIA's; null and undefined: absent), then children; nothing, lists and texts may be children. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || (value === false && !key.startsWith("aria-"))) continue;
    node.setAttribute(key, value === true && !key.startsWith("aria-") ? "" : String(value));
  }
  node.append(...children.flat(3).filter((child) => ![null, undefined, false, ""].includes(child)));
  return node;
}

export const button = (action, attributes, ...children) => el("button", {type: "button", "data-action": action, ...attributes}, ...children);

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.dataset.key : undefined);
const alike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

/** Stands for an element of this name and key that is to stay as it is. */
export const kept = (name, key = null) => el(name, {"data-key": key, "data-kept": true});

/** Makes the children of an element like these. */
export function show(parent, ...children) {
  const fresh = el("div", {}, ...children);
  patchChildren(parent, fresh);
}

/** Makes these the children of an element; those that are in their place are not touched. */
export function place(parent, nodes) {
  const kept = new Set(nodes);
  for (const node of [...parent.childNodes]) if (!kept.has(node)) node.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

function patchChildren(old, fresh) {
  let at = old.firstChild;
  for (const node of [...fresh.childNodes]) {
    const same = matching(at, node);
    if (!same) {
      old.insertBefore(node, at);
      continue;
    }
    while (at !== same) at = removed(at);
    at = at.nextSibling;
    patch(same, node);
  }
  while (at) at = removed(at);
}

/** The next sibling that a fresh node stands for; one with another key in between is gone. */
function matching(from, node) {
  for (let at = from; at; at = at.nextSibling) {
    if (alike(at, node)) return at;
    if (keyOf(node) === undefined) return null;
  }
  return null;
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function patch(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (fresh.dataset.kept !== undefined) return;
  if (old.localName === "svg" && old.isEqualNode(fresh)) return; // a drawing has many parts, and seldom another look
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const {name, value} of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.matches("textarea")) {
    if (document.activeElement !== old && old.value !== fresh.value) old.value = fresh.value;
    return;
  }
  if (old.matches("input") && document.activeElement !== old) old.value = fresh.value;
  patchChildren(old, fresh);
  if (old.matches("select")) old.value = fresh.value;
}
