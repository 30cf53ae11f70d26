/**
 * The service worker: it keeps the site on the device, so that it opens without a
 * connection. The build writes this file to sw.js at the root, with its constants.
 *
 * A file is kept under its path and the hash of its bytes. Each version reads only the
 * hashes that it was built with, so two versions never mix, and what did not change is
 * not fetched again.
 */
"use strict";

/** The digest over all files of the site. */
const version = "{version}";
/** What must be kept before this version may be used: [path, hash] each. */
const files = [/*files*/];
/** What is kept once a reader has opened the programme: sessions, where they are too many to keep all. */
const sessions = [/*sessions*/];
/** What is kept too if it can be fetched. */
const extras = [/*extras*/];

const scope = self.registration.scope;
const prefix = "regimen " + new URL(scope).pathname + " ";
const filesCache = prefix + "files";
const visitedCache = prefix + "visited";
const mostVisited = 100;
const mostBytes = 2_000_000;
const atOnce = 6;
const hashes = new Map([...files, ...sessions, ...extras]);

const addressOf = (path, mark) => `${scope}${path}?${mark}`;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

/** A waiting version begins only when a reader asks for it. */
self.addEventListener("message", (event) => {
  if (event.data === "use") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const {request} = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = pathOf(request.url);
  if (request.mode === "navigate") event.waitUntil(keepProgramme(path));
  if (hashes.has(path)) event.respondWith(kept(path, request));
  else if (!request.headers.has("range")) event.respondWith(fetched(path, event));
});

async function install() {
  const cache = await caches.open(filesCache);
  const held = new Set((await cache.keys()).map(({url}) => pathOf(url)));
  await keepMissing(cache, [...files, ...sessions.filter(([path]) => held.has(path))]);
  await keepMissing(cache, extras).catch(() => {});
}

/** Fetches what the cache does not hold yet. */
async function keepMissing(cache, list) {
  const had = new Set((await cache.keys()).map(({url}) => url));
  const missing = list.filter(([path, hash]) => !had.has(addressOf(path, hash)) && !had.has(addressOf(path, version)));
  await inTurn(missing, (file) => keep(cache, ...file));
}

/** Keeps all sessions of the programme that a page belongs to. */
async function keepProgramme(path) {
  const folder = /^programmes\/[^/]+?(?=\.html$|\/)/.exec(path)?.[0];
  const some = sessions.filter(([name]) => name.startsWith(folder + "/"));
  if (some.length > 0) await keepMissing(await caches.open(filesCache), some).catch(() => {});
}

/** Does the work for each, a few at a time. The first failure ends it. */
async function inTurn(list, work) {
  const queue = list.values();
  await Promise.all(Array.from({length: atOnce}, async () => {
    for (const each of queue) await work(each);
  }));
}

/**
 * Fetches a file of this version. Where a host serves other bytes than were built, they
 * count for this version alone.
 */
async function keep(cache, path, hash) {
  const response = await fetch(scope + path, {cache: "no-cache"});
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  const same = (await sum(body)).startsWith(hash);
  const copy = new Response(body, {headers: response.headers}); // whole, and without a redirect in it
  await cache.put(addressOf(path, same ? hash : version), copy.clone());
  return copy;
}

async function sum(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Clears away what belongs to other versions, and keeps the pages that are open now. */
async function activate() {
  await self.clients.claim();
  const cache = await caches.open(filesCache);
  const wanted = new Set([...hashes].flatMap(([path, hash]) => [addressOf(path, hash), addressOf(path, version)]));
  for (const {url} of await cache.keys()) {
    if (!wanted.has(url)) await cache.delete(url);
  }
  const visited = await caches.open(visitedCache);
  for (const {url} of await visited.keys()) {
    if (hashes.has(pathOf(url))) await visited.delete(url);
  }
  for (const {url} of await self.clients.matchAll({type: "window"})) {
    if (url.startsWith(scope)) await keepOpen(pathOf(url), url).catch(() => {});
  }
}

/** Keeps a page that was opened before there was a worker. */
async function keepOpen(path, url) {
  await keepProgramme(path);
  if (!hashes.has(path)) await visit(path, await fetch(url));
}

/** The path of a file as the site has it; some hosts leave out the name or its ending. */
function pathOf(url) {
  const path = decodeURI(new URL(url).pathname.slice(new URL(scope).pathname.length));
  return [path, path + "index.html", path + ".html", path + "/index.html"].find((name) => hashes.has(name)) ?? path;
}

/** A file of this version. One that the browser threw away is fetched again. */
async function kept(path, request) {
  const cache = await caches.open(filesCache);
  const found = await cache.match(addressOf(path, hashes.get(path))) ?? await cache.match(addressOf(path, version));
  const range = request.headers.get("range");
  if (range && found) return part(found, range);
  if (found) return found;
  if (range) return fetch(request);
  return keep(cache, path, hashes.get(path)).catch(() => without(path, request));
}

/** The part of a film or sound that a player asks for. */
async function part(response, range) {
  const body = await response.blob();
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (!from && !to) return new Response(body, {headers: response.headers});
  const start = from ? Number(from) : Math.max(0, body.size - Number(to));
  const end = from && to ? Math.min(Number(to) + 1, body.size) : body.size;
  if (start >= end) return new Response(null, {status: 416, headers: {"Content-Range": `bytes */${body.size}`}});
  const headers = new Headers(response.headers);
  headers.set("Content-Range", `bytes ${start}-${end - 1}/${body.size}`);
  headers.set("Content-Length", String(end - start));
  return new Response(body.slice(start, end), {status: 206, headers});
}

/** What this version does not hold comes from the network, else from the last visit. */
async function fetched(path, event) {
  try {
    const response = await fetch(event.request);
    if (response.status < 500) {
      event.waitUntil(visit(path, response.clone()).catch(() => {}));
      return response;
    }
    return await visitedBefore(path) ?? response;
  } catch {
    return await visitedBefore(path) ?? without(path, event.request);
  }
}

async function visitedBefore(path) {
  return (await caches.open(visitedCache)).match(scope + path);
}

/** Keeps what a reader looked at, the last hundred. */
async function visit(path, response) {
  const large = Number(response.headers.get("content-length")) > mostBytes;
  if (response.status !== 200 || response.type !== "basic" || response.redirected || large) return;
  const cache = await caches.open(visitedCache);
  await cache.put(scope + path, response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, -mostVisited)) await cache.delete(key);
}

/** Without a connection a page gives way to the one that says so. */
function without(path, request) {
  if (request.mode !== "navigate" || path === "offline.html") return Response.error();
  return Response.redirect(`${scope}offline.html?page=${encodeURIComponent(path)}`);
}
