// Package starters holds what `regimen init` and `regimen new` write: a small site of
// each kind, the files for GitHub and for Visual Studio Code, and one file of each kind
// of content with its keys explained.
package starters

import "embed"

// FS is a folder for each template of init, and beside them github, vscode and new.
//
//go:embed all:rehab all:strength all:blank all:github all:vscode new
var FS embed.FS
