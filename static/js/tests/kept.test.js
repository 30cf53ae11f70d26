import {keptPages, kindOf, pathOf, titleOf, wanted} from "../kept.js";
import {equal, test} from "./testing.js";

const root = new URL("https://example.org/back/");

test("a key of a cache stands for a path", () => {
  equal(pathOf("https://example.org/back/exercises/plank.html?1234", root), "exercises/plank.html");
  equal(pathOf("https://example.org/back/", root), "index.html");
  equal(kindOf("exercises/plank.html"), "exercises");
  equal(kindOf("index.html"), "");
});

test("a title is read without the site's name and its entities", () => {
  equal(titleOf("<title>Plank &lt;&#34;front&#34;&gt; &amp; back – Small site</title>"), 'Plank <"front"> & back');
  equal(titleOf("<title>8–10 – Small site</title>"), "8–10");
  equal(titleOf("<title>Small site</title>"), "Small site");
  equal(titleOf("<p>"), undefined);
});

test("only a page of this site is tried again", () => {
  equal(wanted("?page=exercises%2Fplank.html", root), "https://example.org/back/exercises/plank.html");
  equal(wanted("?page=", root), "https://example.org/back/");
  for (const search of ["", "?page=https://evil.example/", "?page=//evil.example/", "?page=javascript:alert(1)", "?page=../other/"]) {
    equal(wanted(search, root), null, search);
  }
});

test("pages are listed once, with their titles, from the caches of this site", async () => {
  const names = ["regimen /back/ files", "regimen /back/ visited", "regimen /other/ files"];
  const put = async (name, url, title) => (await caches.open(name)).put(url, new Response(`<title>${title} – Site</title>`));
  await put(names[0], `${root}exercises/plank.html?1`, "Plank");
  await put(names[0], `${root}css/site.css?1`, "Style");
  await put(names[0], `${root}offline.html?1`, "No connection");
  await put(names[1], `${root}exercises/plank.html`, "Plank");
  await put(names[1], `${root}conditions/back.html`, "A back");
  await put(names[2], "https://example.org/other/index.html?1", "Other");
  equal(await keptPages(root, caches), [
    {path: "conditions/back.html", kind: "conditions", title: "A back"},
    {path: "exercises/plank.html", kind: "exercises", title: "Plank"},
  ]);
  for (const name of names) await caches.delete(name);
});
