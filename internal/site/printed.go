package site

import (
	"html/template"
	"strings"

	"regimen/internal/regimen"
)

// printedView is what a session's sheet says beside what its page says.
type printedView struct {
	Dates   []int // empty columns
	Ticks   []tick
	Checked []checkedView
	Address string // in full, where the site has one
	Code    template.HTML
	Sheets  []link // the programme's others
}

func (b *builder) printed(p *regimen.Programme, s *regimen.Session, page string) printedView {
	v := printedView{
		Dates: make([]int, dates(p, s)), Ticks: b.ticks(p, s.ID),
		Checked: b.checked(p, page), Sheets: b.sheetLinks(p, page),
	}
	if b.url != "" && p.Built() {
		v.Address = b.url + "/" + sessionPath(p.ID, s.ID)
		v.Code = code(v.Address)
	}
	return v
}

// Millimetres of a printed row, of the room that one page has for rows, and characters
// on a line.
const (
	rowHeight  = 16
	rowPadding = 2
	lineHeight = 4
	roomWide   = 134 // as the sheet is meant to look
	roomClose  = 160 // with everything closer
	lineOfName = 34  // under the name of an exercise
	lineOfDose = 22  // beside it
	lineOfBoth = 26  // where doses of several phases stand
	lineOfPage = 125 // across the page
	usualLines = 4   // of notice and stop signals
)

// fit says how a session comes onto the one page that a sheet is made for: as it is
// meant to look, closer, without the cues too, or not at all.
func fit(v *sessionView) string {
	over := 0
	if v.Safety != nil {
		over = linesFor(v.Notice, lineOfPage) + linesFor(strings.Join(v.Safety.Stop, "; "), lineOfPage) - usualLines
	}
	height, brief := 0, 0
	for _, row := range v.Rows {
		height += max(rowHeight, rowPadding+lineHeight*rowLines(row))
		row.Cue = ""
		brief += max(rowHeight, rowPadding+lineHeight*rowLines(row))
	}
	over = lineHeight * max(0, over)
	switch {
	case height <= roomWide-over:
		return ""
	case height <= roomClose-over:
		return "close"
	case brief <= roomClose-over:
		return "brief"
	}
	return "long"
}

// rowLines estimates the lines that a printed row takes.
func rowLines(row rowView) int {
	under := 1
	for _, text := range [...]string{visible(row.Cue), row.Note, row.Modification, row.Together} {
		under += linesFor(text, lineOfName)
	}
	beside := linesFor(row.Work, lineOfDose) + linesFor(row.Extras, lineOfDose)
	if len(row.Doses) > 0 {
		beside = 0
	}
	for _, d := range row.Doses {
		beside += linesFor(d.Weeks+d.Exercise.Title+d.Work+d.Details, lineOfBoth-2) +
			linesFor(d.Note, lineOfBoth) + linesFor(d.Modification, lineOfBoth)
	}
	return max(under, beside)
}

func linesFor(text string, length int) int { return (len([]rune(text)) + length - 1) / length }

// visible is the words of a piece of HTML.
func visible(html template.HTML) string {
	out, inTag := make([]rune, 0, len(html)), false
	for _, r := range string(html) {
		switch {
		case r == '<':
			inTag = true
		case r == '>':
			inTag = false
		case !inTag:
			out = append(out, r)
		}
	}
	return string(out)
}

// pageCount is the words at the foot of a printed page as a property of the style sheet,
// since only a margin box knows the number of its page.
func (b *builder) pageCount() string {
	text := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(b.t("Page {page} of {pages}"))
	text = strings.NewReplacer("{page}", `"counter(page)"`, "{pages}", `"counter(pages)"`).Replace(text)
	return `:root{--page-count:"` + text + `"}` + "\n"
}
