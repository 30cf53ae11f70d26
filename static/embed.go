// Package static holds what the site serves: style sheets, which the build joins
// into one file in the order of their names, scripts, and icons.
package static

import "embed"

// FS is the files below static/, without the tests of the scripts.
//
//go:embed css icons js/*.js
var FS embed.FS
