// Package docs holds the authors' guides that the program itself quotes from.
package docs

import _ "embed"

// Content is docs/content.md: what every key means.
//
//go:embed content.md
var Content string
