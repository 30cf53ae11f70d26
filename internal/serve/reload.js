// The preview's other half: loads the page again when the site has changed, and
// shows what is wrong with the last save over the last good page.
"use strict";

(() => {
  const loaded = performance.getEntriesByType("navigation")[0];
  let version = loaded?.serverTiming?.find((entry) => entry.name === "version")?.description;
  let source, panel;
  let text = ""; // what is wrong, as last told
  let closed = ""; // the text that the author has closed

  // A hidden page lets go: a browser has few connections to one server.
  function connect() {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/-/events");
    source.onmessage = (event) => hear(JSON.parse(event.data));
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1000);
    };
  }

  function hear(said) {
    version ??= said.version;
    const plain = document.getElementById("trouble");
    if (said.version !== version || (plain && text && !said.text)) {
      source.close();
      location.reload();
      return;
    }
    text = said.text;
    if (!text) heal();
    else if (plain) fill(plain, text);
    else show();
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // Excerpts keep their columns, sentences may wrap.
  function kind(line) {
    if (/^\s*\d*\s*\|/.test(line)) return /\^/.test(line) ? "excerpt mark" : "excerpt";
    const severity = /^\S.*?:\d+:\d+: (error|warning|info)\[/.exec(line);
    return severity ? `sentence ${severity[1]}` : "sentence";
  }

  function fill(place, words) {
    place.replaceChildren(...words.trimEnd().split("\n").map((line) =>
      element("span", { className: kind(line), textContent: `${line}\n` })));
  }

  function show() {
    panel ??= build();
    fill(panel.list, text);
    const open = text !== closed;
    panel.section.hidden = !open;
    panel.open.hidden = open;
    if (!panel.host.isConnected) document.documentElement.prepend(panel.host);
  }

  function heal() {
    panel?.host.remove();
    closed = "";
  }

  // The focus stays in the panel if it was there.
  function close() {
    if (!text || !panel || panel.section.hidden) return;
    const inside = panel.host.matches(":focus-within");
    closed = text;
    show();
    if (inside) panel.open.focus();
  }

  function reopen() {
    closed = "";
    show();
    panel.list.focus();
  }

  // In a shadow of its own, so that neither style reaches the other; first in the page,
  // so that the Tab key comes to it first. Unseen until its style is there.
  function build() {
    const host = element("div", { id: "regimen-trouble", hidden: true });
    const list = element("pre", { tabIndex: 0 });
    const said = element("p", { textContent: "The page is as it was before." });
    said.setAttribute("role", "alert");
    const head = element("header", {},
      element("h2", { id: "title", textContent: "The last save cannot be shown" }),
      said,
      element("button", { type: "button", textContent: "Close (Esc)", onclick: close }));
    const section = element("section", {}, head, list);
    section.setAttribute("role", "region");
    section.setAttribute("aria-labelledby", "title");
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", "What is wrong");
    const open = element("button", { type: "button", className: "open", textContent: "Show what is wrong", onclick: reopen });
    const style = element("link", { rel: "stylesheet", href: "/-/reload.css", onload: () => { host.hidden = false; } });
    host.attachShadow({ mode: "open" }).append(style, section, open);
    return { host, section, list, open };
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
  });
  document.addEventListener("visibilitychange", connect);
  connect();
})();
