/** Buttons that print the page; without script the browser's own menu does it. */
for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
