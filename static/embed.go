// Package static holds what the site serves as it is: style sheets, which the build
// joins into one file in the order of their names, and icons.
package static

import "embed"

// FS is the files below static/.
//
//go:embed css icons
var FS embed.FS
