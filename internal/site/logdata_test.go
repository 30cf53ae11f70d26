package site

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/words"
	"regimen/static"
	"regimen/templates"
)

// referenceBuilder is the builder of the reference site before it makes pages.
func referenceBuilder(t testing.TB) *builder {
	t.Helper()
	lib, found, err := content.Load(reference.FS, reference.FS)
	if err != nil || found.Failed() {
		t.Fatal(err, found)
	}
	b := &builder{lib: lib, options: Options{Templates: templates.FS, Static: static.FS}, voice: voice{words: words.In("en-GB", nil)}}
	if err := b.parse(); err != nil {
		t.Fatal(err)
	}
	b.index()
	return b
}

// sessionBlock is some of what the log reads of a session.
type sessionBlock struct {
	Programme struct {
		Pattern [][]string
		Phases  []struct {
			From, To    int
			Lock        bool
			MaxIncrease float64 `json:"max_increase"`
		}
	}
	Rows []struct {
		ID, Measure, Side string
		Sets              ends
		Low               float64
		High, Rest        *float64
		Confirm           int
		Rehab             bool
		Loads             []logLoad
		Next              *logTitle
		Not               map[string]string
	}
	Conditions, Flags []struct{ ID, Title, Text string }
	Pain              map[string]ends
	Stop              []string
}

// TestLogSessionData holds what the log knows of the reference programme's rows.
func TestLogSessionData(t *testing.T) {
	b := referenceBuilder(t)
	p := b.lib.Programme("stronger-back")
	element, err := b.logSessionData(nil, p, p.Session("a"), sessionPath(p.ID, "a"))
	if err != nil {
		t.Fatal(err)
	}
	text := bytes.TrimSuffix(element[bytes.IndexByte(element, '>')+1:], []byte("</script>"))
	if strings.ContainsAny(string(text), "<>") {
		t.Error("the block could end the script element that holds it")
	}
	var d sessionBlock
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	if want := [][]string{{"a", "b", "a"}, {"b", "a", "b"}}; !cmp.Equal(d.Programme.Pattern, want) {
		t.Errorf("pattern %v, want %v", d.Programme.Pattern, want)
	}
	if ph := d.Programme.Phases[0]; !ph.Lock || ph.From != 1 || ph.To != 4 {
		t.Errorf("the first phase is %+v", ph)
	}
	if got := d.Programme.Phases[1].MaxIncrease; got != 0.05 {
		t.Errorf("the second phase may rise by %v", got)
	}
	squat := d.Rows[3]
	if squat.ID != "goblet-squat" || squat.Sets != (ends{3, 3}) || squat.Low != 10 || *squat.High != 12 || *squat.Rest != 90 ||
		squat.Measure != "reps" || squat.Confirm != 2 || !squat.Rehab {
		t.Errorf("goblet squat: %+v", squat)
	}
	if kg := squat.Loads[0].Units["kg"]; !cmp.Equal(kg.Step, [][2]float64{{0, 1}, {10, 2}}) || kg.Min != 1 {
		t.Errorf("its dumbbell: %+v", squat.Loads)
	}
	if bug := d.Rows[1]; bug.Next == nil || bug.Next.ID != "loaded-dead-bug" || bug.Side != "alternating" && bug.Side != "each" {
		t.Errorf("dead bug: %+v", bug)
	}
	if d.Pain["strict"] != (ends{2, 3}) || len(d.Flags) == 0 || len(d.Stop) == 0 || len(d.Conditions) != 6 {
		t.Error("pain, flags, stop signals or conditions are missing")
	}
	if got := d.Rows[3].Not["disc-related/irritable"]; got == "" {
		t.Error("goblet squat has no verdict for an irritable disc")
	}
}
