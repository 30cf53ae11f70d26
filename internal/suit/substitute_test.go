package suit_test

import (
	"slices"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func ids(list []suit.Candidate) (out []string) {
	for _, c := range list {
		out = append(out, c.Exercise.ID)
	}
	return out
}

func place(t *testing.T, lib *regimen.Library, key string) suit.Place {
	t.Helper()
	c, s := at(t, lib, key)
	return suit.Place{Condition: c, Stage: s}
}

func sub(exercise string, conditions ...string) regimen.Substitute {
	return regimen.Substitute{Exercise: word(exercise), For: words(conditions...), Because: "because of " + exercise}
}

// The hinge that an irritable disc has to do without: hip thrust comes first. Right
// after surgery nothing passes, and from week 5 the bridge does.
func TestInsteadOfTheGoodMorning(t *testing.T) {
	lib := newLibrary(t)
	e := lib.Exercise("good-morning")
	e.Substitutes = []regimen.Substitute{sub("romanian-deadlift")}
	for key, want := range map[string][]string{
		"disc-related/irritable":  {"hip-thrust", "glute-bridge", "single-leg-glute-bridge", "bird-dog", "goblet-squat", "walking-lunge"},
		"non-specific/settled":    {"romanian-deadlift", "trap-bar-deadlift", "sumo-deadlift", "hip-thrust", "glute-bridge", "single-leg-glute-bridge"},
		"post-surgical/weeks-1-4": nil,
		"post-surgical/weeks-5-8": {"glute-bridge", "bird-dog", "hip-thrust", "single-leg-glute-bridge"},
	} {
		if got := ids(suit.Substitutes(lib, e, place(t, lib, key), 6)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	here, before := place(t, lib, "disc-related/irritable"), []string{"hip-thrust", "glute-bridge", "single-leg-glute-bridge"}
	e.Substitutes = nil
	slices.Reverse(lib.Exercises)
	if got := ids(suit.Substitutes(lib, e, here, 3)); !slices.Equal(got, before) {
		t.Errorf("the order of the library shows: %q", got)
	}
	if got := ids(suit.Substitutes(lib, e, place(t, lib, "disc-related/irritable"), 1)); !slices.Equal(got, []string{"hip-thrust"}) {
		t.Errorf("the best one: %q", got)
	}
	if got := suit.Substitutes(lib, e, place(t, lib, "disc-related/irritable"), 0); len(got) > 0 {
		t.Errorf("none wanted: %q", ids(got))
	}
}

// The author's own come first, then the regressions, then the kin; each once.
func TestOrderOfSubstitutes(t *testing.T) {
	lib := newLibrary(t)
	e := lib.Exercise("ab-wheel")
	e.Pattern, e.Primary = word("anti-extension"), words("abdominals")
	e.Regressions = words("plank", "dead-bug", "nowhere")
	e.Substitutes = []regimen.Substitute{
		sub("plank", "disc-related/irritable"), sub("clamshell", "disc-related"), sub("pallof-press", "stenosis"),
		sub("sit-up"), sub("ab-wheel"), sub("nowhere"),
	}
	got := suit.Substitutes(lib, e, place(t, lib, "disc-related/irritable"), 9)
	if want := []string{"clamshell", "plank", "dead-bug", "bird-dog"}; !slices.Equal(ids(got), want) {
		t.Fatalf("%q, want %q", ids(got), want)
	}
	kinds := []suit.Kinship{suit.Named, suit.Named, suit.Easier, suit.Related}
	for i, c := range got {
		if c.Kinship != kinds[i] || !c.Verdict.Passes() {
			t.Errorf("%s: %v, %v", c.Exercise.ID, c.Kinship, c.Verdict)
		}
	}
	if got[1].Because != "because of plank" || got[2].Because != "" {
		t.Errorf("%+v", got)
	}
	r := row("ab-wheel")
	r.Substitutes = []regimen.Substitute{sub("glute-bridge")}
	f := prove(t, lib, declare(programme(session("a", r)), "disc-related/irritable"))
	if got := ids(f.Rows[0].Substitutes(lib, 2)); !slices.Equal(got, []string{"glute-bridge", "clamshell"}) {
		t.Errorf("the row's own: %q", got)
	}
}

// Where the author says that nothing stands in, the library is not searched.
func TestNoSubstitute(t *testing.T) {
	lib := newLibrary(t)
	e := lib.Exercise("sit-up")
	e.Substitutes = []regimen.Substitute{sub("none", "stenosis")}
	if got := suit.Substitutes(lib, e, place(t, lib, "stenosis/symptomatic"), 3); len(got) > 0 {
		t.Errorf("%q", ids(got))
	}
	if got := suit.Substitutes(lib, e, place(t, lib, "disc-related/irritable"), 3); len(got) == 0 {
		t.Error("`none` for another condition holds here")
	}
}

// A page that nobody can open is not proposed, nor one that the author keeps out
// of lists unless it is named.
func TestSubstitutesHaveAPage(t *testing.T) {
	for status, want := range map[string][2]bool{
		regimen.StatusPublished: {true, true}, regimen.StatusStub: {true, false}, regimen.StatusUnlisted: {true, false},
		regimen.StatusDraft: {}, regimen.StatusPrivate: {},
	} {
		lib := newLibrary(t)
		lib.Exercise("dead-bug").Status = status
		e, here := lib.Exercise("sit-up"), place(t, lib, "disc-related/irritable")
		related := slices.Contains(ids(suit.Substitutes(lib, e, here, 9)), "dead-bug")
		e.Substitutes = []regimen.Substitute{sub("dead-bug")}
		named := slices.Contains(ids(suit.NamedSubstitutes(lib, e, here)), "dead-bug")
		if got := [2]bool{named, related}; got != want {
			t.Errorf("%s: named %v, related %v", status, named, related)
		}
	}
}

// A phase's cap makes a lighter substitute of the same exercise.
func TestSubstituteUnderACap(t *testing.T) {
	lib := newLibrary(t)
	e, here := lib.Exercise("sit-up"), place(t, lib, "non-specific/flare")
	e.Substitutes = []regimen.Substitute{sub("back-squat")}
	if got := suit.NamedSubstitutes(lib, e, here); len(got) > 0 {
		t.Errorf("%q at its usual load", ids(got))
	}
	here.Phase = &regimen.Phase{HasMaxLoad: true, MaxLoad: regimen.Light}
	if got := suit.NamedSubstitutes(lib, e, here); len(got) != 1 || got[0].Class != regimen.Light {
		t.Errorf("%+v under a light cap", got)
	}
}

// What the author calls harder stands in last, however close it is; and of equal
// kin the one with the nearer usual load comes first, whatever the phase's cap.
func TestHarderAndHeavierComeLate(t *testing.T) {
	lib := newLibrary(t)
	e, harder := lib.Exercise("trap-bar-deadlift"), lib.Exercise("conventional-deadlift")
	here := place(t, lib, "non-specific/settled")
	here.Phase = &regimen.Phase{HasMaxLoad: true}
	if got := ids(suit.Substitutes(lib, e, here, 10)); got[0] != harder.ID {
		t.Fatalf("the closest kin is not first: %q", got)
	}
	for _, link := range []func(){
		func() { e.Progressions = words(harder.ID) },
		func() { e.Progressions, harder.Regressions = nil, words(e.ID) },
	} {
		link()
		if got := ids(suit.Substitutes(lib, e, here, 10)); got[9] != harder.ID || got[0] != "sumo-deadlift" {
			t.Errorf("%q", got)
		}
	}
	got := ids(suit.Substitutes(lib, lib.Exercise("glute-bridge"), here, 9))
	if front, goblet := slices.Index(got, "front-squat"), slices.Index(got, "goblet-squat"); goblet > front {
		t.Errorf("%q", got)
	}
}

// An exercise does not stand in for itself.
func TestNotItself(t *testing.T) {
	lib := newLibrary(t)
	e := lib.Exercise("dead-bug")
	e.Substitutes, e.Regressions = []regimen.Substitute{sub("dead-bug")}, words("dead-bug")
	if got := ids(suit.Substitutes(lib, e, place(t, lib, "non-specific/settled"), 99)); slices.Contains(got, "dead-bug") {
		t.Errorf("%q", got)
	}
}

func TestShares(t *testing.T) {
	lib := newLibrary(t)
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"sit-up", "dead-bug", true}, {"dead-bug", "plank", true}, {"good-morning", "hip-thrust", true},
		{"good-morning", "clamshell", false}, {"cat-cow", "thoracic-rotation", false},
	} {
		if got := suit.Shares(lib.Exercise(x.a), lib.Exercise(x.b)); got != x.want {
			t.Errorf("%s, %s: %v", x.a, x.b, got)
		}
	}
}
