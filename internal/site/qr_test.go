package site

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/static"
	"regimen/templates"
)

// TestCode reads drawn codes back, from the path in the SVG to the text in the bits.
func TestCode(t *testing.T) {
	for _, address := range []string{
		"https://example.org/a.html",
		"https://example.org/back/programmes/stronger-back/a.html",
		"https://physio.example.org/rehabilitation/programmes/stronger-back-in-twelve-weeks/lower-body.html",
		"https://example.org/" + strings.Repeat("long-", 30) + "ü.html",
	} {
		drawn := string(code(address))
		if got, err := readCode(drawn); err != nil || got != address {
			t.Errorf("the code of %s says %q (%v)", address, got, err)
		}
		if strings.Count(drawn, "<path") != 1 || !strings.Contains(drawn, `shape-rendering="crispEdges"`) {
			t.Errorf("%s is not one path with crisp edges", drawn)
		}
	}
	if drawn := code("https://example.org/" + strings.Repeat("x", 3000)); drawn != "" {
		t.Error("a code was drawn for an address that none can hold")
	}
}

// TestCodeOnSheet reads the code of a session's sheet: it holds the address of the page,
// which stands beside it in text, and without an address of the site there is none.
func TestCodeOnSheet(t *testing.T) {
	lib, found, err := content.Load(reference.FS, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	for base, want := range map[string]string{
		"":                           "",
		"https://example.org":        "https://example.org/programmes/stronger-back/a.html",
		"https://example.org/a-b/c/": "https://example.org/a-b/c/programmes/stronger-back/a.html",
	} {
		out, err := Build(lib, found, Options{BaseURL: base, Templates: templates.FS, Static: static.FS, Media: reference.FS})
		if err != nil {
			t.Fatal(err)
		}
		page, err := out.Render("programmes/stronger-back/a.html")
		if err != nil {
			t.Fatal(err)
		}
		_, drawn, has := strings.Cut(string(page), `<svg class="code"`)
		if has != (want != "") {
			t.Errorf("%q: the sheet has a code: %v", base, has)
		}
		if !has {
			continue
		}
		if got, err := readCode(drawn); err != nil || got != want {
			t.Errorf("the code says %q (%v), want %s", got, err, want)
		}
		if !strings.Contains(string(page), `<p class="print-only address">`+want+"</p>") {
			t.Errorf("the sheet does not say %s in text", want)
		}
	}
}

var (
	box = regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)
	run = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)
)

// readCode decodes an undamaged code after ISO/IEC 18004: from the runs of its path to
// modules, codewords in their order, and the bytes of the text.
func readCode(svg string) (string, error) {
	size := box.FindStringSubmatch(svg)
	if size == nil {
		return "", fmt.Errorf("no square viewBox")
	}
	side, _ := strconv.Atoi(size[1])
	m := newMatrix(side - 2*quiet)
	path := svg[strings.Index(svg, ` d="`)+4 : strings.Index(svg, `"/>`)]
	if rest := run.ReplaceAllString(path, ""); rest != "" {
		return "", fmt.Errorf("the path holds more than runs: %s", rest)
	}
	for _, r := range run.FindAllStringSubmatch(path, -1) {
		x, _ := strconv.Atoi(r[1])
		y, _ := strconv.Atoi(r[2])
		width, _ := strconv.Atoi(r[3])
		for i := range width {
			if !m.inside(x-quiet+i, y-quiet) {
				return "", fmt.Errorf("a module lies in the quiet zone at %d,%d", x+i, y)
			}
			m.black[y-quiet][x-quiet+i] = true
		}
	}
	return m.text()
}

// matrix is the modules of a code.
type matrix struct {
	size, version int
	black         [][]bool
}

func newMatrix(size int) *matrix {
	m := &matrix{size: size, version: (size - 17) / 4}
	for range size {
		m.black = append(m.black, make([]bool, size))
	}
	return m
}

func (m *matrix) inside(x, y int) bool { return x >= 0 && y >= 0 && x < m.size && y < m.size }

func (m *matrix) text() (string, error) {
	level, mask, err := m.format()
	if err != nil {
		return "", err
	}
	if level != 0 {
		return "", fmt.Errorf("error correction %d, want 0, which means M", level)
	}
	words, err := m.dataWords(m.codewords(mask))
	if err != nil {
		return "", err
	}
	bits := bitReader{words: words}
	if mode := bits.take(4); mode != 4 {
		return "", fmt.Errorf("mode %d, want bytes", mode)
	}
	lengthBits := 8
	if m.version > 9 {
		lengthBits = 16
	}
	text := make([]byte, bits.take(lengthBits))
	for i := range text {
		text[i] = byte(bits.take(8))
	}
	return string(text), nil
}

// format reads level and mask beside the first finder pattern, and asks that their
// check bits agree.
func (m *matrix) format() (level, mask int, err error) {
	var bits int
	for i := range 15 {
		x, y := 8, i
		switch {
		case i == 6:
			y = 7
		case i == 7:
			y = 8
		case i == 8:
			x, y = 7, 8
		case i > 8:
			x, y = 14-i, 8
		}
		if m.black[y][x] {
			bits |= 1 << i
		}
	}
	bits ^= 0x5412
	rest := bits
	for i := 14; i >= 10; i-- {
		if rest>>i&1 == 1 {
			rest ^= 0x537 << (i - 10)
		}
	}
	if rest != 0 {
		return 0, 0, fmt.Errorf("the format bits do not agree")
	}
	return bits >> 13, bits >> 10 & 7, nil
}

// codewords walks the modules in columns of two from the right, upwards and downwards
// in turn, and takes the mask off.
func (m *matrix) codewords(mask int) []byte {
	var words []byte
	value, count, up := 0, 0, true
	for right := m.size - 1; right > 0; right -= 2 {
		if right == 6 {
			right--
		}
		for i := range m.size {
			y := i
			if up {
				y = m.size - 1 - i
			}
			for _, x := range []int{right, right - 1} {
				if m.reserved(x, y) {
					continue
				}
				value <<= 1
				if m.black[y][x] != masked(mask, x, y) {
					value |= 1
				}
				if count++; count == 8 {
					words, value, count = append(words, byte(value)), 0, 0
				}
			}
		}
		up = !up
	}
	return words
}

func masked(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (y/2+x/3)%2 == 0
	case 5:
		return x*y%2+x*y%3 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// reserved reports modules that carry no data: finders with their format bits, timing,
// alignment and version.
func (m *matrix) reserved(x, y int) bool {
	far := m.size - 9
	if x == 6 || y == 6 || x < 9 && y < 9 || x > far && y < 9 || x < 9 && y > far {
		return true
	}
	if m.version > 6 && (y < 6 && x > m.size-12 || x < 6 && y > m.size-12) {
		return true
	}
	centres := alignments[m.version]
	for _, cy := range centres {
		for _, cx := range centres {
			corner := cx == 6 && cy == 6 || cx == 6 && cy == m.size-7 || cx == m.size-7 && cy == 6
			if !corner && x >= cx-2 && x <= cx+2 && y >= cy-2 && y <= cy+2 {
				return true
			}
		}
	}
	return false
}

// alignments are the centres of the alignment patterns, by version.
var alignments = map[int][]int{
	2: {6, 18}, 3: {6, 22}, 4: {6, 26}, 5: {6, 30}, 6: {6, 34}, 7: {6, 22, 38}, 8: {6, 24, 42}, 9: {6, 26, 46}, 10: {6, 28, 50},
}

// blocks are the data words of each block at level M, by version.
var blocks = map[int][]int{
	1: {16}, 2: {28}, 3: {44}, 4: {32, 32}, 5: {43, 43}, 6: {27, 27, 27, 27}, 7: {31, 31, 31, 31},
	8: {38, 38, 39, 39}, 9: {36, 36, 36, 37, 37}, 10: {43, 43, 43, 43, 44},
}

// dataWords undoes the interleaving of the blocks.
func (m *matrix) dataWords(words []byte) ([]byte, error) {
	sizes := blocks[m.version]
	if sizes == nil {
		return nil, fmt.Errorf("version %d is not known here", m.version)
	}
	parts := make([][]byte, len(sizes))
	next := 0
	for i := range sizes[len(sizes)-1] {
		for b, size := range sizes {
			if i < size {
				parts[b] = append(parts[b], words[next])
				next++
			}
		}
	}
	var out []byte
	for _, part := range parts {
		out = append(out, part...)
	}
	return out, nil
}

type bitReader struct {
	words []byte
	at    int
}

func (r *bitReader) take(n int) (value int) {
	for range n {
		value = value<<1 | int(r.words[r.at/8]>>(7-r.at%8)&1)
		r.at++
	}
	return value
}
