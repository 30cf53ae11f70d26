package serve

import (
	"bytes"
	"html"
	"path"
	"slices"
)

const scriptTag = `<script src="/-/reload.js" defer></script>`

// addScript gives a page the script that reloads it, at the end of its body.
func addScript(page []byte) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], []byte(scriptTag+"\n"), page[at:])
}

// troublePage stands where there is no page yet. Its script keeps the text up to
// date and loads the page itself once there is one.
func troublePage(text string) string {
	return `<!doctype html>
<html lang="en">
<head>
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
` + scriptTag + `
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
