// Package content holds the reference site, which every regimen binary carries: a
// complete twelve-week back-pain programme. Authors' folders take from it what they
// lack: vocabulary, references and safety files.
package content

import "embed"

// FS is the reference site's files.
//
//go:embed *.md exercises programmes conditions guides safety
var FS embed.FS
