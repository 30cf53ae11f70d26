package site

import (
	"html/template"
	"strconv"
	"strings"
	"sync"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// verdictView is what one condition's stage means for an exercise.
type verdictView struct {
	Condition link // as seen from an exercise page
	Stage     string
	Verdict   string // suitable, caution, modify, avoid, unknown
	Words     string
	Reasons   []string
	item      template.HTML
	logged    []byte // as the log has it: "condition/stage":"caution"
}

// verdicts is what every stage of every condition makes of an exercise, at the load it
// is usually done with. Thousands of exercises share few verdicts, so each distinct one
// is put into words, and its list item rendered, once a site.
func (b *builder) verdicts(e *regimen.Exercise) []*verdictView { return b.judgements(e).all }

// notSuitable is the verdict of every stage that does not find the exercise suitable,
// at its usual load.
func (b *builder) notSuitable(e *regimen.Exercise) []*verdictView { return b.judgements(e).notSuitable }

// judgements are the verdicts on one exercise, stage by stage, made when first asked for.
type judgements struct {
	once             sync.Once
	all, notSuitable []*verdictView
}

func unjudged(exercises []*regimen.Exercise) map[*regimen.Exercise]*judgements {
	out := make(map[*regimen.Exercise]*judgements, len(exercises))
	blank := make([]judgements, len(exercises))
	for i, e := range exercises {
		out[e] = &blank[i]
	}
	return out
}

func (b *builder) judgements(e *regimen.Exercise) *judgements {
	out := b.judged[e]
	out.once.Do(func() { b.judge(e, out) })
	return out
}

func (b *builder) judge(e *regimen.Exercise, out *judgements) {
	for _, c := range b.lib.Conditions {
		for _, s := range c.Stages {
			j := suit.Judge(e, c, s, e.UsualLoad)
			key := verdictKey(len(out.all), &j)
			v, known := b.distinct.Load(key)
			if !known {
				v, _ = b.distinct.LoadOrStore(key, b.verdict(c, s, &j))
			}
			out.all = append(out.all, v.(*verdictView))
			if j.Verdict != suit.Suitable {
				out.notSuitable = append(out.notSuitable, v.(*verdictView))
			}
		}
	}
}

func verdictKey(stage int, j *suit.Judgement) string {
	key := strconv.AppendInt(make([]byte, 0, 64), int64(stage), 10)
	key = append(key, ' ', byte('0'+j.Verdict), byte('0'+j.Class))
	if j.Override != nil || j.ByLoad || j.ByStage {
		key = append(key, strings.Join(j.Reasons(&regimen.Vocabulary{}), "|")...)
	}
	for _, c := range j.Causes {
		key = append(key, ' ', byte('0'+c.Grade))
		key = append(key, c.Stressor...)
	}
	return string(key)
}

func (b *builder) verdict(c *regimen.Condition, s *regimen.Stage, j *suit.Judgement) *verdictView {
	v := &verdictView{
		Condition: link{c.Title, relative(exercisePath(""), conditionPath(c.ID))}, Stage: orElse(s.Title, title(s.ID)),
		Verdict: j.Verdict.String(), Words: b.verdictWords(j.Verdict), Reasons: b.reasons(j),
	}
	var log object
	log.string(c.ID+"/"+s.ID, v.Verdict)
	v.logged = log.text
	v.item = template.HTML(b.templates["partials/verdict"].fill(nil, *v)) // escaped by its own template
	return v
}

// verdictItems appends the list items of an exercise's verdicts.
func (b *builder) verdictItems(dst []byte, e *regimen.Exercise) []byte {
	for _, v := range b.verdicts(e) {
		dst = append(dst, v.item...)
	}
	return dst
}
