package source

import (
	"strings"
	"unicode/utf8"

	"regimen/internal/diag"
)

// rest is where the words up to the next comma or closing bracket end.
func (f *finder) rest(pos int) int {
	end := pos
	for pos < f.stop && strings.IndexByte(",]}", f.text[pos]) < 0 {
		if f.text[pos] == '[' || f.text[pos] == '{' {
			pos = min(bracketEnd(f.text[:f.stop], pos), f.stop)
			end = pos
			continue
		}
		pos++
		if !isBlank(f.text[pos-1]) && f.text[pos-1] != '\n' {
			end = pos
		}
	}
	f.last = end
	return end
}

// word reads a text or nested bracket; plain says that it is unquoted text.
func (f *finder) word(pos int) (end int, plain bool) {
	next := byte(' ')
	if pos+1 < f.stop {
		next = f.text[pos+1]
	}
	f.plain = stretch{}
	switch c := f.text[pos]; {
	case c == '"' || c == '\'':
		return f.quotedWord(pos), false
	case c == '{' && next == '{':
		end := f.rest(bracketEnd(f.text[:f.stop], pos))
		f.reservedText(stretch{pos, end})
		return end, false
	case c == '[' || c == '{':
		return f.bracketed(pos), false
	case strings.IndexByte("&*!", c) >= 0:
		end := f.plainWord(pos)
		on := f.reference(stretch{pos, end})
		if on < 0 {
			f.reservedText(stretch{pos, end})
		}
		return end, false
	case strings.IndexByte("%@`|>", c) >= 0 || strings.IndexByte("?-", c) >= 0 && (isBlank(next) || strings.IndexByte("\n,]}", next) >= 0):
		end := f.plainWord(pos)
		f.reservedText(stretch{pos, end})
		return end, false
	}
	if f.text[pos] >= utf8.RuneSelf {
		if end := f.curly(pos, f.stop, true); end > 0 {
			f.last = end
			return end, false
		}
	}
	end = f.plainWord(pos)
	if end < f.stop && (f.text[end] == '[' || f.text[end] == '{') || f.bracketNext(end) {
		whole := stretch{pos, f.rest(end)}
		f.quoteWhole(unreadable, whole, "contains a bracket")
		return whole.end, false
	}
	if f.lost >= 0 {
		f.lostWord(stretch{pos, end})
		return end, false
	}
	f.plain = stretch{pos, end}
	return end, true
}

// bracketNext reports whether a bracket opens in the middle of a text.
func (f *finder) bracketNext(end int) bool {
	for end < f.stop && isBlank(f.text[end]) {
		end++
	}
	return end < f.stop && end > 0 && isBlank(f.text[end-1]) && (f.text[end] == '[' || f.text[end] == '{')
}

// plainWord reads unquoted text and returns where its words end.
func (f *finder) plainWord(pos int) int {
	end := pos
	for ; ; pos++ {
		if pos >= f.stop {
			f.extend()
			if pos >= f.stop {
				break
			}
		}
		c := f.text[pos]
		if strings.IndexByte(",[]{}", c) >= 0 || c == ':' && f.endsFlowKey(pos) {
			break
		}
		if c == '#' && pos > 0 && (isBlank(f.text[pos-1]) || f.text[pos-1] == '\n') {
			if !f.textAtHash(pos) {
				break
			}
			f.lost = pos
		}
		if !isBlank(c) && c != '\n' {
			end = pos + 1
		}
	}
	f.last = end
	return end
}

// lostWord reports a `#` in brackets that makes a comment of all that follows.
func (f *finder) lostWord(whole stretch) {
	f.report(slip{
		rule: lostAfterHash, severity: diag.Error, at: stretch{f.lost, whole.end}, silent: true,
		message: "all from " + named(f.text[f.lost:whole.end]) + " on is lost: a `#` after a space begins a comment",
		help:    "Put the text into quotes.", fix: "put it into quotes", safe: true, patches: quoting(f.text, whole),
	})
	f.lost = -1
}

// quoteWhole reports a text that must be quoted, and why.
func (f *finder) quoteWhole(rule diag.Rule, whole stretch, why string) {
	f.report(slip{
		rule: rule, at: whole, doubt: whole,
		message: named(f.text[whole.start:whole.end]) + " " + why + ", so it must be quoted",
		help:    "Put the whole text into quotes.", fix: "put it into quotes", safe: true,
		patches: f.requoting(whole),
	})
}

// textAtHash reports whether a `#` that YAML takes for a comment is text: it
// touches a word, and the brackets go on behind it.
func (f *finder) textAtHash(pos int) bool {
	if pos+1 >= len(f.text) || isBlank(f.text[pos+1]) || f.text[pos+1] == '#' {
		return false
	}
	for _, c := range f.text[pos+1:] {
		if c == '\n' {
			break
		}
		if strings.IndexByte("]},", c) >= 0 {
			return true
		}
	}
	return false
}
