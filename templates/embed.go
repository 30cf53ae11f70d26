// Package templates holds the site's HTML: base.html is the frame of every page,
// the other files are one a page kind, sheets/ are for paper, partials/ are shared. An
// author's content/theme/templates may override a file by its name.
package templates

import "embed"

// FS is the templates, by file name.
//
//go:embed *.html partials sheets
var FS embed.FS
