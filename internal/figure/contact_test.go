package figure

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	contact = flag.String("contact", "", "write a contact sheet of all figures to this HTML file")
	only    = flag.String("only", "", "ids of the figures on the contact sheet, parted by commas")
	scheme  = flag.String("scheme", "light", "tones of the contact sheet: light, dark or print")
	source  = flag.String("figures", "testdata/figures.yaml", "the figures of the contact sheet")
	thumbs  = flag.Bool("thumbs", false, "a contact sheet of thumbnails at 64 pixels")
)

// TestContact writes the page that a person looks at when the renderer changes.
func TestContact(t *testing.T) {
	to := *contact
	if to == "" {
		to = filepath.Join(t.TempDir(), "contact.html") // every figure is drawn all the same
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!doctype html><meta charset=utf-8><style>%s%s%s</style><main>\n", properties(*scheme), Style(), sheetStyle)
	for _, f := range readFile(t, *source) {
		if *only != "" && !strings.Contains(","+*only+",", ","+f.id+",") {
			continue
		}
		d, found := Draw(f.Figure, f.id)
		for _, p := range found {
			t.Errorf("%s: %s: %s", f.id, p.Where, p.Message)
		}
		if *thumbs {
			fmt.Fprintf(&b, "<div class=t>%s%s</div>\n", d.Thumbnail, f.id)
			continue
		}
		fmt.Fprintf(&b, "<div class=f><b>%s</b><div>%s%s</div></div>\n", f.id, d.Start, d.End)
	}
	if err := os.WriteFile(to, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

const sheetStyle = `
body{margin:8px;background:var(--figure-paper);color:var(--figure-near);font:12px sans-serif}
main{display:flex;flex-wrap:wrap;gap:8px}
.f{width:430px}.f div{display:flex;gap:10px}.f svg{width:210px;height:190px}
.t{width:84px;font-size:9px}.t svg{display:block;width:64px;height:64px}`

func properties(scheme string) string {
	s := ":root{"
	for _, t := range Tones() {
		value := map[string]string{"light": t.Light, "dark": t.Dark, "print": t.Print}[scheme]
		s += "--figure-" + t.Name + ":" + value + ";"
	}
	return s + "}\n"
}
