/** What the worker keeps, read from its caches: pages with their titles, by kind. */

/** Every page kept for the site at this address: [{path, title, kind}], sorted. */
export async function keptPages(root, caches) {
  const prefix = `regimen ${root.pathname} `;
  const pages = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = pathOf(request.url, root);
      if (!path.endsWith(".html") || path.includes("/sheets/") || path === "offline.html") continue;
      const response = await cache.match(request);
      if (response) pages.set(path, {path, kind: kindOf(path), title: titleOf(await response.text()) ?? path});
    }
  }
  return [...pages.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** The path in the site that a key of a cache stands for. */
export function pathOf(url, root) {
  const path = new URL(url).pathname.slice(root.pathname.length);
  return path === "" || path.endsWith("/") ? path + "index.html" : path;
}

/** The folder of a page; pages at the top are of the kind "". */
export function kindOf(path) {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

const entities = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** The title in the text of a page, without the name of the site behind it. */
export function titleOf(html) {
  const written = /<title>([^<]*)<\/title>/.exec(html)?.[1].trim();
  const plain = written?.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) => code ? String.fromCodePoint(code) : entities[name] ?? whole);
  return plain ? plain.replace(/ – [^–]*$/, "") : undefined;
}

/** The page that a reader wanted, if it is one of this site. */
export function wanted(search, root) {
  const path = new URLSearchParams(search).get("page");
  if (path === null || !URL.canParse(path, root)) return null;
  const url = new URL(path, root);
  return url.href.startsWith(root.href) ? url.href : null;
}
