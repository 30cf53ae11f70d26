package serve

import (
	"bytes"
	"html"
	"path"
	"slices"
)

const scriptTag = `<script src="/-/reload.js" defer></script>`

// addScript gives a page the script that reloads it, as the first thing in its head:
// what a broken template leaves open further down cannot swallow it.
func addScript(page []byte) []byte {
	at := bytes.Index(page, []byte("<head>"))
	if at < 0 {
		return slices.Concat(page, []byte(scriptTag+"\n"))
	}
	at += len("<head>")
	return slices.Concat(page[:at], []byte("\n"+scriptTag), page[at:])
}

// troublePage stands where there is no page yet, or one that cannot be rendered. Its
// script keeps the text up to date and loads the page itself once there is one.
func troublePage(text string) string {
	return `<!doctype html>
<html lang="en">
<head>
` + scriptTag + `
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'">
<title>The site cannot be shown yet</title>
<link rel="stylesheet" href="/-/reload.css">
</head>
<body class="trouble">
<main>
<h1>The site cannot be shown yet</h1>
<p>Mend what stands here and save: this page then gives way to the site.</p>
<pre id="trouble" tabindex="0">` + html.EscapeString(text) + `</pre>
</main>
</body>
</html>
`
}

// contentType does not ask the system, whose tables differ between machines.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".pdf":
		return "application/pdf"
	}
	return mediaType(name)
}

func mediaType(name string) string {
	switch path.Ext(name) {
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".avif":
		return "image/avif"
	case ".gif":
		return "image/gif"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".mp4":
		return "video/mp4"
	case ".webm":
		return "video/webm"
	case ".vtt":
		return "text/vtt; charset=utf-8"
	}
	return "application/octet-stream"
}
