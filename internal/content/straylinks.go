package content

import (
	"bytes"
	"regexp"

	"regimen/internal/diag"
)

var (
	linkLike = regexp.MustCompile(`\]\([^()\n]*\.(?:md|html)\b[^()\n]*\)?`)
	citeLike = regexp.MustCompile(`\[@[^\]\n]*\]?`)
)

// strayLinks reports what was meant as a link or a citation and would stand on the page
// as it was typed.
func strayLinks(d *file) diag.List {
	if d.builtIn {
		return nil
	}
	var found diag.List
	read := func(at []int, places func(func(start, end int) bool)) bool {
		inside := false
		places(func(start, end int) bool {
			inside = start >= at[0] && end <= at[1]
			return !inside
		})
		return inside
	}
	links := func(yield func(int, int) bool) {
		for _, l := range d.body.Links {
			if !yield(int(l.Start), int(l.End)) {
				return
			}
		}
	}
	cites := func(yield func(int, int) bool) {
		for _, c := range d.body.Citations {
			if !yield(int(c.Start), int(c.End)) {
				return
			}
		}
	}
	for _, at := range linkLike.FindAllIndex(d.Body, -1) {
		if !read(at, links) && !inCode(d.Body, at[0]) {
			f := unresolvedReference.Report(d.InBody(at[0]+1, at[1]), "this is not read as a link")
			f.Help = "close its bracket, and write the path without spaces"
			found = append(found, f)
		}
	}
	for _, at := range citeLike.FindAllIndex(d.Body, -1) {
		if !read(at, cites) && !inCode(d.Body, at[0]) {
			f := unresolvedReference.Report(d.InBody(at[0], at[1]), "this is not read as a citation")
			f.Help = "write only ids, such as `[@gordon2016]` or `[@gordon2016; @who2023]`"
			found = append(found, f)
		}
	}
	return found
}

// inCode reports whether a place lies between backticks on its line, where text is
// shown as it stands.
func inCode(body []byte, at int) bool {
	line := body[bytes.LastIndexByte(body[:at], '\n')+1 : at]
	return bytes.Count(line, []byte("`"))%2 == 1
}
