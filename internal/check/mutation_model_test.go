package check_test

import (
	"regexp"
	"strings"
)

// contentModel lists the keys of the content model as shared by all who write files: its
// kind, its path (`*` is a word of the author's choosing, `[]` an item of a list), what
// it holds, and ! where it is required. It is taken from the content model's
// description, not from the code.
const contentModel = `
exercise title text!
exercise aliases names
exercise summary text
exercise category word!
exercise pattern word!
exercise muscles group
exercise muscles.primary words
exercise muscles.secondary words
exercise equipment words!
exercise optional-equipment words
exercise measure words!
exercise sides word!
exercise position word
exercise dose dose!
exercise usual-load word
exercise load-floor word
exercise not-before group
exercise not-before.* stage
exercise stressors group
exercise stressors.* vocabulary
exercise regressions exercises
exercise progressions exercises
exercise substitutes entries
exercise substitutes.exercise exercise!
exercise substitutes.for circumstances
exercise substitutes.because text
exercise end-when text
exercise media entries
exercise media.file text!
exercise media.alt text
exercise media.licence text
exercise references references
exercise reviewed group
exercise reviewed.by text!
exercise reviewed.role text!
exercise reviewed.date date!
exercise status word
programme title text!
programme summary text
programme goal word!
programme level word!
programme scope text
programme audience word
programme for texts
programme not-for texts
programme conditions entries
programme conditions.condition condition!
programme conditions.stage stage!
programme clearance number
programme safety safety
programme equipment words
programme schedule group!
programme schedule.days words
programme schedule.rotate sessions
programme schedule.per-week number
programme schedule.min-gap number
programme phases entries
programme phases.name text!
programme phases.weeks weeks!
programme phases.focus text
programme phases.max-load word
programme phases.max-increase percent
programme phases.load-locked bool
programme overload group
programme overload.method word!
programme overload.confirm number
programme sessions group!
programme sessions.*.title text
programme sessions.*.minutes minutes
programme sessions.*.exercises entries!
programme sessions.*.exercises.exercise exercise!
programme sessions.*.exercises.dose dose!
programme sessions.*.exercises.sets sets
programme sessions.*.exercises.reps reps
programme sessions.*.exercises.rest rest
programme sessions.*.exercises.role word
programme sessions.*.exercises.load load
programme sessions.*.exercises.tempo tempo
programme sessions.*.exercises.side word
programme sessions.*.exercises.note text
programme sessions.*.exercises.loads group
programme sessions.*.exercises.id id
programme sessions.*.exercises.percent-of word
programme sessions.*.exercises.effort effort
programme sessions.*.exercises.hold hold
programme sessions.*.exercises.cap text
programme sessions.*.exercises.intra-rest rest
programme sessions.*.exercises.modification text
programme sessions.*.exercises.variant exercise
programme sessions.*.exercises.group text
programme sessions.*.exercises.substitutes entries
programme sessions.*.exercises.substitutes.exercise exercise!
programme sessions.*.exercises.substitutes.for circumstances
programme sessions.*.exercises.substitutes.because text
programme sessions.*.exercises.weeks span
programme sessions.*.warm-up word
programme sessions.*.groups group
programme sessions.*.groups.*.kind word!
programme sessions.*.groups.*.every rest
programme sessions.*.groups.*.work rest
programme sessions.*.groups.*.rest rest
programme sessions.*.groups.*.rounds number
programme signals group
programme signals.progress texts
programme signals.back-off texts
programme author group
programme author.name text!
programme author.credentials text
programme version version
programme reviewed group
programme reviewed.by text!
programme reviewed.role text!
programme reviewed.date date!
programme references references
programme status word
condition title text!
condition summary text
condition clearance number!
condition direction word
condition post-operative bool
condition stages group!
condition stages.*.title text
condition stages.*.entry text
condition stages.*.pain-profile word
condition stages.*.clearance number
condition stages.*.untagged word
condition stages.*.flare bool
condition stages.*.group-positions bool
condition stages.*.tolerates group!
condition stages.*.tolerates.* vocabulary
condition guidance entries
condition guidance.exercise exercise!
condition guidance.action word!
condition guidance.while stage
condition guidance.because text
condition guidance.instead exercises
condition overrides entries
condition references references
safety title text
safety red-flags entries
safety red-flags.id id!
safety red-flags.text text!
safety red-flags.tier word
safety red-flags.action text
safety stop texts
safety pain group
safety pain.standard group
safety pain.standard.green points
safety pain.standard.amber points
safety pain.strict group
safety pain.strict.green points
safety pain.strict.amber points
safety next-day text
safety clearance-notice text
guide title text!
guide kind word
guide summary text
guide date date
guide updated date
guide topics names
guide related guides
guide references references
guide author group
guide author.name text!
guide author.credentials text
site id id!
site title text!
site description text
site units word
site disclaimer text
site commercial bool
vocabulary muscles.*.title text
vocabulary muscles.*.view word
vocabulary equipment.*.title text
vocabulary equipment.*.floor word
vocabulary stressors.*.title text
vocabulary stressors.*.meaning text
vocabulary stressors.*.note text
references references.*.authors text
references references.*.year number
references references.*.title text
references references.*.container text
references references.*.superseded-by references
`

// holding is what the model says of one key.
type holding struct {
	what     string
	required bool
	free     bool // the key is a word of the author's choosing
}

// keyModel gives what a key holds by kind and path.
type keyModel map[string]holding

func readModel() keyModel {
	m := keyModel{}
	for row := range strings.Lines(strings.TrimSpace(contentModel) + "\n") {
		kind, rest, _ := strings.Cut(strings.TrimSpace(row), " ")
		path, what, _ := strings.Cut(rest, " ")
		what, required := strings.CutSuffix(what, "!")
		m[kind+" "+path] = holding{what: what, required: required}
	}
	return m
}

// of finds a key; a segment of its path may be a word of the author's choosing.
func (m keyModel) of(kind string, path []string) (holding, bool) {
	if h, ok := m[kind+" "+strings.Join(path, ".")]; ok {
		return h, true
	}
	for i := len(path) - 1; i > 0; i-- {
		free := append([]string{}, path...)
		free[i] = "*"
		if h, ok := m[kind+" "+strings.Join(free, ".")]; ok {
			h.free = i == len(path)-1
			return h, true
		}
	}
	return holding{}, false
}

// kindOf is the kind of a file, as its folder says.
func kindOf(path string) string {
	siteOf, _, nested := strings.Cut(path, "/")
	switch {
	case !nested && path == "index.md":
		return "site"
	case !nested:
		return strings.TrimSuffix(path, ".md")
	case siteOf == "safety":
		return "safety"
	}
	return strings.TrimSuffix(siteOf, "s")
}

// known is every word that the model and the vocabulary have: a slip that happens to
// spell one of them is none.
func (m keyModel) known(vocabulary string) map[string]bool {
	words := map[string]bool{}
	for key := range m {
		_, path, _ := strings.Cut(key, " ")
		for _, word := range strings.Split(path, ".") {
			words[word] = true
		}
	}
	for _, word := range regexp.MustCompile(`[a-z0-9-]+`).FindAllString(vocabulary, -1) {
		words[word] = true
	}
	return words
}
