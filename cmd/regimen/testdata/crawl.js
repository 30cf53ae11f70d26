// What the crawl asks of every open page; it gives the faults as sentences.
(() => {
  const faults = [...(window.__violations ?? [])];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) {
    const wide = [...document.body.querySelectorAll("*")].filter((el) => el.getBoundingClientRect().right > innerWidth + 1).at(-1);
    faults.push(`it is ${over} px wider than the screen: ${wide?.outerHTML.slice(0, 120)}`);
  }
  const inText = (el) => el.closest("p, li, dd, td, th, figcaption, summary, h1, h2, h3, label, cite") &&
    getComputedStyle(el).display === "inline";
  for (const el of document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select")) {
    if (!el.checkVisibility({visibilityProperty: true, opacityProperty: true}) || inText(el) || el.classList.contains("skip")) continue;
    let box = el.getBoundingClientRect();
    const label = el.closest("label");
    if (label) box = label.getBoundingClientRect();
    if (box.width > 0 && (box.height < 23.5 || box.width < 23.5)) {
      faults.push(`${el.outerHTML.slice(0, 90)} is ${box.width.toFixed(0)} by ${box.height.toFixed(0)} px`);
    }
  }
  if (document.querySelectorAll("main h1").length !== 1) faults.push("it has no single h1");
  for (const el of document.querySelectorAll("[style]")) if (!el.closest("svg *")) faults.push(`${el.outerHTML.slice(0, 90)} has a style of its own`);
  if ((window.__shift ?? 0) > 0.02) faults.push(`its layout shifts by ${window.__shift}: ${window.__shifted}`);
  return faults;
})()
