package figure

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// TestReference draws the figures of the 34 exercises: without a message, and as they
// were when a person last looked at them.
func TestReference(t *testing.T) {
	all := reference(t)
	if len(all) != 34 {
		t.Errorf("%d figures, want 34", len(all))
	}
	for _, f := range all {
		t.Run(f.id, func(t *testing.T) {
			d, found := Draw(f.Figure, f.id)
			for _, p := range found {
				t.Errorf("%s: %s: %s", p.Where, p.Severity, p.Message)
			}
			golden(t, f.id+".svg", triptych(d))
		})
	}
}

// triptych is a document that shows the three pictures side by side.
func triptych(d Drawing) []byte {
	b := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 264 100">` + "\n")
	for i, picture := range [][]byte{d.Start, d.End, d.Thumbnail} {
		place := fmt.Sprintf(`<svg x="%d" width="100" height="100"`, i*100)
		if i == 2 {
			place = `<svg x="200" width="64" height="64"`
		}
		b = append(b, bytes.Replace(picture, []byte("<svg"), []byte(place), 1)...)
	}
	return append(b, "</svg>\n"...)
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed: look at -contact, then run with -update", file)
	}
}

// TestSize keeps a pair near the size that the design allows a page.
func TestSize(t *testing.T) {
	raw, packed, thumbnails, pairs := 0, 0, 0, 0
	for _, f := range reference(t) {
		d, _ := Draw(f.Figure, f.id)
		thumbnails += len(d.Thumbnail)
		if d.End == nil {
			continue
		}
		pair := append(bytes.Clone(d.Start), d.End...)
		pairs, raw, packed = pairs+1, raw+len(pair), packed+gzipped(t, pair)
	}
	t.Logf("a pair takes %d bytes, %d compressed; a thumbnail %d", raw/pairs, packed/pairs, thumbnails/34)
	if raw/pairs > 8500 || packed/pairs > 2000 {
		t.Errorf("a pair takes %d bytes, %d compressed: want 8500, 2000", raw/pairs, packed/pairs)
	}
}

func gzipped(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

func BenchmarkDraw(b *testing.B) {
	all := reference(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range all {
			Draw(f.Figure, f.id)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/figure")
}
