package diag

import (
	"fmt"
	"strings"
	"time"
)

// Summary is the last line of a run: its tally and the time it took.
func Summary(list List, files int, took time.Duration) string {
	return Took(Tally(list, files), took)
}

// Took adds the time it took to a tally.
func Took(tally string, took time.Duration) string { return tally + " in " + duration(took) }

// Tally says what was found in how many of the files that were checked, what can be
// fixed, and what is silenced.
func Tally(list List, files int) string {
	var b strings.Builder
	b.WriteString(list.tally())
	if n := list.files(); n > 0 {
		fmt.Fprintf(&b, " in %d of %s", n, count(max(n, files), "file"))
	} else {
		fmt.Fprintf(&b, " in %s", count(files, "file"))
	}
	var asides []string
	if n := list.fixable(); n > 0 {
		asides = append(asides, fmt.Sprintf("%d fixable with --fix", n))
	}
	if n := list.silenced(); n > 0 {
		asides = append(asides, fmt.Sprintf("%d silenced", n))
	}
	if len(asides) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(asides, ", "))
	}
	return b.String()
}

// tally counts what stands unsilenced: "3 errors, 1 warning, 4 infos".
func (l List) tally() string {
	var parts []string
	for _, s := range []Severity{Error, Warning, Info} {
		if n := l.Count(s); n > 0 {
			parts = append(parts, count(n, s.String()))
		}
	}
	if l.Count(Error)+l.Count(Warning) == 0 {
		parts = append([]string{"no problems"}, parts...)
	}
	return strings.Join(parts, ", ")
}

// files says in how many files something stands unsilenced.
func (l List) files() int {
	paths := map[string]bool{}
	for i := range l {
		if l[i].Silenced == nil && l[i].At.File != nil {
			paths[l[i].At.Path()] = true
		}
	}
	return len(paths)
}

func (l List) silenced() int {
	n := 0
	for i := range l {
		if l[i].Silenced != nil {
			n++
		}
	}
	return n
}

func (l List) fixable() int {
	n := 0
	for i := range l {
		if l[i].safeFix() != nil {
			n++
		}
	}
	return n
}

func duration(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return "less than 1 ms"
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
