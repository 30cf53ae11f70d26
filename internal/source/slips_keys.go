package source

import (
	"bytes"
	"strings"
)

// tightDash reports a list item whose dash has no space.
func (f *finder) tightDash(at, end int) int {
	return f.report(slip{
		rule: missingSpace, at: stretch{at, at + 1}, silent: true,
		message: "a space is missing between the `-` and " + named(f.text[at+1:end]),
		help:    "A list item is a dash, a space and the text.",
		fix:     "add the space", safe: true,
		patches: []patch{{at + 1, at + 1, " "}},
	})
}

// tightColon reports a key whose colon has no space.
func (f *finder) tightColon(at, colon int) {
	f.report(slip{
		rule: missingSpace, at: stretch{at, colon}, silent: true,
		message: "a space is missing after `" + string(f.text[at:colon+1]) + "`",
		help:    "Between a key and its value stand a colon and a space.",
		fix:     "add the space", safe: true,
		patches: []patch{{colon + 1, colon + 1, " "}},
	})
}

// keyed reads a key and its value.
func (f *finder) keyed(i int, e entry, at int) {
	if e.shape == isTightKey {
		f.tightColon(at, e.colon)
	} else if !f.key(at, e) {
		return
	}
	f.value(i, e.colon+1, e.textLine)
}

// key reports what may not begin or end a key, and whether the value can be read.
func (f *finder) key(at int, e entry) bool {
	key := bytes.TrimRight(f.text[at:e.colon], " \t")
	switch {
	case string(key) == "<<":
		p := mergeKey(stretch{at, at + 2})
		p.patches, p.doubt.end = []patch{{at, e.end, "x-merge:"}}, e.end
		f.report(p)
		return false
	case len(key) == 0:
		f.report(slip{
			rule: unreadable, at: stretch{at, at + 1}, silent: true,
			message: "no key stands before this colon", help: "Write the key that the value belongs to.",
			patches: []patch{{at, e.end, "x-nameless:"}}, doubt: stretch{at, e.end},
		})
		return false
	case key[len(key)-1] == ':':
		word := bytes.TrimRight(key, ": ")
		f.report(slip{
			rule: unreadable, at: stretch{at + len(word), e.colon + 1}, silent: true,
			message: "more than one colon stands after " + named(word),
			help:    "One colon and a space stand between a key and its value.", fix: "keep one colon", safe: true,
			patches: []patch{{at + len(word), e.colon + 1, ":"}},
		})
	case strings.IndexByte("&*!", key[0]) >= 0:
		f.reference(stretch{at, at + len(key)})
	case key[0] == '?' && len(key) > 1 && key[1] == ' ' || strings.IndexByte("@`%|>]},#", key[0]) >= 0:
		f.report(slip{
			rule: unreadable, at: stretch{at, at + 1}, silent: key[0] == '?',
			message: "a key cannot begin with " + mark(key[0]), help: "Delete the mark, or put the key into quotes.",
			patches: quoting(f.text, stretch{at, at + len(key)}), doubt: stretch{at, e.end},
		})
	}
	return true
}

func mergeKey(at stretch) slip {
	return slip{
		rule: unsupportedSyntax, at: at, silent: true, doubt: at,
		message: "`<<` copies the lines of another place, which is not read here",
		help:    "Write the lines out where they are needed.",
	}
}

// mark writes a single character so that it can be seen.
func mark(c byte) string {
	if c == '`' {
		return "a backtick"
	}
	return "`" + string(rune(c)) + "`"
}

// reference reports the words that YAML uses to copy and to name kinds, `&name`,
// `*name` and `!name`. It returns the offset at which the value goes on, or -1
// where such a word is mere text.
func (f *finder) reference(whole stretch) int {
	at := whole.start
	end := at + 1
	for end < whole.end && !isBlank(f.text[end]) && strings.IndexByte(",[]{}\n", f.text[end]) < 0 {
		end++
	}
	word := f.text[at+1 : end]
	c := f.text[at]
	if len(word) == 0 || c == '*' && (end < whole.end || !isName(word)) || c == '&' && !isName(word) {
		return -1
	}
	next := end
	for next < whole.end && isBlank(f.text[next]) {
		next++
	}
	p := slip{
		rule: unsupportedSyntax, at: stretch{at, end}, silent: true,
		message: named(f.text[at:end]) + " marks a value for copying, which is not read here",
		help:    "Delete it, and write the value out wherever it is needed.",
		patches: []patch{{at, next, ""}}, doubt: whole,
	}
	switch {
	case c == '*':
		p.message = named(f.text[at:end]) + " stands for a copy of another value, which is not read here"
		p.help = "Write the value out, or put it into quotes if it is meant as text."
	case c == '!':
		p.message = named(f.text[at:end]) + " names a kind of value, which is not read here"
		p.help = "Delete it, or put the value into quotes if it is meant as text."
	}
	switch {
	case next >= whole.end:
		p.patches = quoting(f.text, whole)
	case c == '&':
		p.fix, p.safe = "delete it", true
	}
	f.report(p)
	return next
}

// isName reports whether a word could name a place to copy from.
func isName(word []byte) bool {
	for _, c := range word {
		if !isLetter(c) && c != '-' && c != '_' && c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
