package diag

import (
	"unicode"
	"unicode/utf8"
)

const tabCells = 4

// glyph is what a terminal draws in one go: a character with the marks on it. An
// excerpt leaves out the joiners and selectors on whose width terminals differ.
type glyph struct {
	text  string
	base  rune
	at    int // byte offset of its first character in the line
	cells int
}

// glyphs breaks a line up as a terminal would.
func glyphs(line []byte) []glyph {
	var out []glyph
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRune(line[at:])
		text, cells := draw(r)
		switch last := len(out) - 1; {
		case last >= 0 && tints(r, out[last].base):
		case cells == 0 && last >= 0:
			out[last].text += text
		case cells == 0 && text != "":
			out = append(out, glyph{text: "\u25cc" + text, base: r, at: at, cells: 1})
		default:
			out = append(out, glyph{text: text, base: r, at: at, cells: cells})
		}
		at += size
	}
	return out
}

// draw says how an excerpt shows a character, and in how many cells.
func draw(r rune) (string, int) {
	switch {
	case r == '\t':
		return "    ", tabCells
	case r < ' ':
		return string('\u2400' + r), 1
	case r == 0x7f:
		return "\u2421", 1
	case joins(r):
		return "", 0
	case steers(r):
		return string(utf8.RuneError), 1
	case rests(r):
		return string(r), 0
	case unicode.Is(wide, r):
		return string(r), 2
	}
	return string(r), 1
}

// steers reports whether a character moves the cursor, turns the direction of
// writing or hides: control, format and line separator characters.
func steers(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && !joins(r)
}

// joins reports whether a character only changes how its neighbours are drawn:
// joiners, variation selectors and the tags of a flag.
func joins(r rune) bool {
	return r == 0x200c || r == 0x200d || unicode.Is(unicode.Variation_Selector, r) ||
		r >= 0xe0020 && r <= 0xe007f
}

// rests reports whether a character is drawn upon the one before it.
func rests(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) ||
		r >= 0x1160 && r <= 0x11ff || r >= 0xd7b0 && r <= 0xd7ff
}

// tints reports whether r only gives the emoji before it a tone of skin.
func tints(r, base rune) bool {
	return r >= 0x1f3fb && r <= 0x1f3ff && base >= 0x261d
}
