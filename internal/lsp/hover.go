package lsp

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"regimen/internal/content"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// hover says what stands under the cursor: a key's meaning, a dose in words, an exercise
// with its verdict here.
func (s *server) hover(p placeParams) (any, error) {
	at := s.placeOf(p)
	if at == nil || s.last.lib == nil {
		return nil, nil
	}
	var lines []string
	where := at.doc.span(at.cursor.start, at.cursor.end)
	if t := s.targetAt(at); t != nil {
		lines, where = s.about(at, t), t.at
	} else if at.front && at.cursor.atKey {
		lines = s.aboutKey(at)
	} else if at.front {
		lines = aboutDose(at)
	}
	if len(lines) == 0 {
		return nil, nil
	}
	return hover{markup{"markdown", strings.Join(lines, "\n\n")}, &where}, nil
}

// aboutKey says what the key under the cursor is for.
func (s *server) aboutKey(at *place) []string {
	name := string(at.doc.bytes[at.cursor.start:at.cursor.end])
	for v := at.cursor.value(at.keys); v != nil; v = v.Or {
		if v.Form != content.Keys {
			continue
		}
		k := v.Keys.Find(name)
		if k == nil {
			continue
		}
		head := "`" + k.Name + "`"
		if k.Required {
			head += " (required)"
		}
		lines := []string{head}
		if k.Value.Meaning != "" {
			lines = append(lines, k.Value.Meaning)
		}
		if words := regimen.Words(k.Value.Of); k.Value.Form == content.Word && len(words) > 0 && !strings.Contains(k.Value.Meaning, "`"+words[0]+"`") {
			lines = append(lines, "`"+strings.Join(words, "`, `")+"`")
		}
		return lines
	}
	return nil
}

// aboutDose puts the notation under the cursor into words.
func aboutDose(at *place) []string {
	v := at.cursor.value(at.keys)
	if v == nil || v.Form != content.Notation || at.cursor.whole == "" {
		return nil
	}
	if v.Of != "dose" {
		column, err := dose.ParseField(dose.Field(v.Of), at.cursor.whole)
		if err != nil {
			return refused(err)
		}
		return []string{"`" + column.String() + "`"}
	}
	d, err := dose.Parse(at.cursor.whole)
	if err != nil {
		return refused(err)
	}
	lines := []string{"`" + d.String() + "`", d.Words()}
	if advice := d.Advice(); advice != "" {
		lines = append(lines, advice)
	}
	return lines
}

func refused(err error) []string {
	var fault *dose.Error
	if !errors.As(err, &fault) {
		return nil
	}
	return []string{fault.Message}
}

// about says what a thing is.
func (s *server) about(at *place, t *target) []string {
	lib := s.last.lib
	switch t.what {
	case "exercise":
		if e := lib.Exercise(t.id); e != nil {
			return append(aboutExercise(e), s.verdicts(at, e)...)
		}
	case "reference":
		if r := lib.Reference(t.id); r != nil {
			return aboutReference(r)
		}
	case "stage":
		if c := lib.Condition(t.in); c != nil {
			if stage, _ := c.Stage(t.id); stage != nil {
				return paragraphs("**"+c.Title+": "+cmp.Or(stage.Title, stage.ID)+"**", stage.Entry)
			}
		}
	case "stressor":
		for _, word := range lib.Vocabulary.Stressors {
			if word.ID == t.id {
				return paragraphs("**"+word.Title+"**", word.Meaning, word.Note)
			}
		}
	}
	if p := s.page(t.what, t.id); p != nil {
		return paragraphs("**"+p.Title+"**", p.Summary)
	}
	for _, word := range s.listOf(t.what, nil) {
		if word.ID == t.id && word.Title != "" {
			return paragraphs("**" + word.Title + "**")
		}
	}
	return nil
}

func aboutExercise(e *regimen.Exercise) []string {
	lines := paragraphs("**"+e.Title+"**", e.Summary)
	if words := e.Dose.Words(); words != "" && !e.Broken("dose") {
		lines = append(lines, "Usual dose: "+words)
	}
	return lines
}

func aboutReference(r *regimen.Reference) []string {
	who := r.Authors
	if r.Year > 0 {
		who += fmt.Sprintf(" (%d)", r.Year)
	}
	return paragraphs(who, "*"+r.Title+"*", r.Container)
}

// paragraphs leaves out what is empty.
func paragraphs(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if strings.Trim(t, "*") != "" {
			out = append(out, t)
		}
	}
	return out
}

// verdicts says whether an exercise suits the conditions that the file is about.
func (s *server) verdicts(at *place, e *regimen.Exercise) []string {
	var lines []string
	lib := s.last.lib
	if p := lib.Programme(at.id); at.kind == "programme" && p != nil {
		for _, proof := range suit.Prove(lib, p) {
			judged := false
			for row := range proof.Worst() {
				if row.Exercise == e && at.stands(row.Written) {
					lines, judged = append(lines, s.verdict(&row.Judgement, row.Condition, row.Stage)), true
				}
			}
			if !judged {
				lines = append(lines, s.judged(e, proof.Condition, proof.Stage))
			}
		}
	}
	if c := lib.Condition(at.id); at.kind == "condition" && c != nil {
		for _, stage := range c.Stages {
			lines = append(lines, s.judged(e, c, stage))
		}
	}
	return lines
}

// stands reports whether a row is the one at the cursor. Its place may have moved a
// little since it was read.
func (at *place) stands(row *regimen.Prescription) bool {
	word := row.At("exercise")
	return word.File != nil && word.File.Path == at.doc.path &&
		word.File.Position(int(word.Start)).Line == at.doc.position(at.offset).Line+1
}

func (s *server) judged(e *regimen.Exercise, c *regimen.Condition, stage *regimen.Stage) string {
	j := suit.Judge(e, c, stage, suit.ClassOf(e, nil, nil))
	return s.verdict(&j, c, stage)
}

func (s *server) verdict(j *suit.Judgement, c *regimen.Condition, stage *regimen.Stage) string {
	line := fmt.Sprintf("%s, %s: **%s**", c.Title, strings.ToLower(cmp.Or(stage.Title, stage.ID)), j.Verdict.Words())
	if reasons := j.Reasons(&s.last.lib.Vocabulary); len(reasons) > 0 {
		line += " (" + strings.Join(reasons, "; ") + ")"
	}
	return line
}
