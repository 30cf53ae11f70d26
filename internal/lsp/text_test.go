package lsp

import (
	"testing"
	"unicode/utf8"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		text   string
		utf8   bool
		offset int
		want   position
	}{
		{"ab\ncd", false, 4, position{1, 1}},
		{"ab\r\ncd", false, 4, position{1, 0}},
		{"ab\rcd", false, 4, position{1, 1}},
		{"é💪x", false, 6, position{0, 3}},
		{"é💪x", true, 6, position{0, 6}},
		{"", false, 0, position{0, 0}},
		{"a\n", false, 2, position{1, 0}},
	} {
		view := newText([]byte(c.text), c.utf8)
		if got := view.position(c.offset); got != c.want {
			t.Errorf("%q: %d is at %v, want %v", c.text, c.offset, got, c.want)
		}
		if got := view.offset(c.want); got != c.offset {
			t.Errorf("%q: %v is %d, want %d", c.text, c.want, got, c.offset)
		}
	}
}

// TestOffsetStaysInside asks that places that do not exist are brought to ones that do.
func TestOffsetStaysInside(t *testing.T) {
	view := newText([]byte("a💪\nb"), false)
	for p, want := range map[position]int{
		{-1, 3}: 0, {0, -5}: 0, {0, 2}: 1, {0, 99}: 5, {1, 99}: 7, {9, 0}: 7,
	} {
		if got := view.offset(p); got != want {
			t.Errorf("%v is %d, want %d", p, got, want)
		}
	}
}

func FuzzPositions(f *testing.F) {
	f.Add("a\r\nb💪\rc\n", true)
	f.Fuzz(func(t *testing.T, text string, bytes bool) {
		view := newText([]byte(text), bytes)
		for at := range text {
			if c := text[at]; c == '\n' || !utf8.ValidString(text) {
				continue
			}
			if got := view.offset(view.position(at)); got != at {
				t.Errorf("%q: %d comes back as %d", text, at, got)
			}
		}
	})
}
