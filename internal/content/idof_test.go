package content_test

import (
	"testing"

	"regimen/internal/content"
)

func TestIDOf(t *testing.T) {
	for name, want := range map[string]string{
		"Side plank":           "side-plank",
		"  Farmer's  Carry! ":  "farmers-carry",
		`The "dead" bug`:       "the-dead-bug",
		"Rückenstrecker groß":  "rueckenstrecker-gross",
		"Élévation latérale":   "elevation-laterale",
		"90/90 hip stretch":    "90-90-hip-stretch",
		"Планка":               "планка",
		"Ru\u0308ckenstrecker": "rueckenstrecker",
		"../../etc/passwd":     "etc-passwd",
		"?!":                   "",
	} {
		got := content.IDOf(name)
		if got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
		if got != "" && !content.IsID(got) {
			t.Errorf("%q is no id", got)
		}
	}
}
