/** Where a reader is in a running session and what they typed of sets that are not done, kept by this tab over a reload. */

const keyOf = (site, id) => `regimen:${site}:view:${id}`;

/** The browser's storage of this tab, or null where it is shut. */
export function tabStorage() {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** A full or shut storage loses the place only. */
export function keepView(storage, site, id, {current, drafts, added}) {
  try {
    storage?.setItem(keyOf(site, id), JSON.stringify({current, drafts: [...drafts], added: [...added]}));
  } catch {
    return;
  }
}

/** What was kept of a session: {current, drafts, added}, or null. */
export function keptView(storage, site, id) {
  try {
    const {current, drafts, added} = JSON.parse(storage.getItem(keyOf(site, id)));
    return {current: typeof current === "string" ? current : null, drafts: new Map(drafts), added: new Map(added)};
  } catch {
    return null;
  }
}

export function dropView(storage, site, id) {
  try {
    storage?.removeItem(keyOf(site, id));
  } catch {
    return;
  }
}
