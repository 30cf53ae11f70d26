package check

import (
	"path"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// captionsAndMotion asks that nobody needs to hear a clip, and that nothing moves that
// a reader cannot stop.
var captionsAndMotion = Rule{
	Rule: diag.Rule{Code: "Q05", Name: "captions-and-motion", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		for _, e := range lib.Exercises {
			checkCaptions(e, report)
			for _, m := range e.Media {
				checkMotion(m.File.ID, m.File.At, report)
			}
		}
		for p := range lib.pages() {
			for _, l := range p.Body.Links {
				if l.Picture && animated(l.Destination) {
					checkMotion(l.Destination, p.InBody(l.Place), report)
				}
			}
		}
	},
}

func checkCaptions(e *regimen.Exercise, report reporter) {
	v := e.Video
	if v == nil || e.Slipped || v.File.ID == "" || v.Captions.ID != "" || v.Broken("captions") || v.Audio == "none" || v.Broken("audio") {
		return
	}
	if e.Body.Section("Transcript") != nil {
		return
	}
	report(v.File.At, "`%s` has no captions and no transcript", v.File.ID).
		Help = "add `captions:` with a .vtt file, a section `## Transcript`, or `audio: none` where nobody speaks"
}

func checkMotion(file string, at diag.Span, report reporter) {
	if animated(file) {
		report(at, "`%s` may move for ever, and a reader cannot stop it", path.Base(file)).
			Help = "use a still picture, or a clip under `video` that the reader starts"
	}
}

// animated reports whether a file is of a kind that moves by itself.
func animated(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".gif", ".apng":
		return true
	}
	return false
}
