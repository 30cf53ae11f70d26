// The preview's other half: loads the page again when the site has changed, and
// shows what is wrong with the last save over the last good page.
"use strict";

(() => {
  const loaded = performance.getEntriesByType("navigation")[0];
  let version = loaded?.serverTiming?.find((entry) => entry.name === "version")?.description;
  let source, panel, dismissed;

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
    if (said.version !== version) {
      source.close();
      location.reload();
      return;
    }
    const plain = document.getElementById("trouble");
    if (plain) fill(plain, said.text);
    else if (!said.text) hide();
    else if (said.text !== dismissed) show(said.text);
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // Excerpts keep their columns, sentences may wrap.
  function fill(place, text) {
    place.replaceChildren(...text.trimEnd().split("\n").map((line) => element("span", {
      className: /^\s*\d*\s*\|/.test(line) ? "excerpt" : "sentence",
      textContent: line + "\n",
    })));
  }

  function show(text) {
    panel ??= build();
    panel.said = text;
    fill(panel.text, text);
    document.documentElement.append(panel.host);
  }

  function hide() {
    panel?.host.remove();
    dismissed = undefined;
  }

  function dismiss() {
    if (!panel?.host.isConnected) return;
    hide();
    dismissed = panel.said;
  }

  // In a shadow of its own, so that neither style reaches the other.
  function build() {
    const host = element("div", { id: "regimen-trouble" });
    const text = element("pre", { tabIndex: 0 });
    const close = element("button", { type: "button", textContent: "Hide (Esc)", onclick: dismiss });
    const head = element("header", {},
      element("h2", { id: "title", textContent: "The last save cannot be shown" }),
      element("p", { role: "alert", textContent: "The page is as it was before." }), close);
    const region = element("section", { role: "region", tabIndex: -1 }, head, text);
    region.setAttribute("aria-labelledby", "title");
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(element("link", { rel: "stylesheet", href: "/-/reload.css" }), region);
    return { host, text };
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  document.addEventListener("visibilitychange", connect);
  connect();
})();
