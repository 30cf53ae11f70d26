package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regimen/internal/regimen"
)

func TestNumbersCanBeCalled(t *testing.T) {
	numbers := []string{"999", "112", "111", "116 117", "15"}
	tests := []struct{ text, want, first string }{
		{"Call 999 now.", `Call <a href="tel:999">999</a> now.`, "999"},
		{"Ring 116 117, or 112 & wait", `Ring <a href="tel:116117">116 117</a>, or <a href="tel:112">112</a> &amp; wait`, "116117"},
		{"999", `<a href="tel:999">999</a>`, "999"},
		{"Wait 15 days, flat 1112 or 9990", "Wait 15 days, flat 1112 or 9990", ""},
		{"Grüße <b>111</b>", `Grüße &lt;b&gt;<a href="tel:111">111</a>&lt;/b&gt;`, "111"},
		{"", "", ""},
	}
	for _, test := range tests {
		if got, first := callable(test.text, numbers); string(got) != test.want || first != test.first {
			t.Errorf("%s: %s, first %q; want %s, %q", test.text, got, first, test.want, test.first)
		}
	}
}

// TestCheckNamesWhomToCall holds that an emergency has a number, whatever its action says.
func TestCheckNamesWhomToCall(t *testing.T) {
	b := referenceBuilder(t)
	v := b.check(b.lib.SafetyFile("spine"))
	if v.Emergency != "999" || len(v.Tiers) != 3 || v.Tiers[0].Tier != "emergency" {
		t.Errorf("%+v", v)
	}
	if got := v.Tiers[1].Flags[0].Call; got != "111" {
		t.Errorf("the first urgent sign calls %q", got)
	}
	b.lib.Site.Region = "FR"
	if v := b.check(b.lib.SafetyFile("spine")); v.Emergency != "15" || v.Tiers[1].Flags[0].Call != "" {
		t.Errorf("in France it calls %q, and %q from the text", v.Emergency, v.Tiers[1].Flags[0].Call)
	}
}

// schedule makes a programme of sessions a, b and c.
func schedule(days, rotate string) *regimen.Programme {
	p := &regimen.Programme{Sessions: []*regimen.Session{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for _, d := range strings.Fields(days) {
		p.Schedule.Days = append(p.Schedule.Days, regimen.Word{ID: d})
	}
	for _, s := range strings.Fields(rotate) {
		p.Schedule.Rotate = append(p.Schedule.Rotate, regimen.Word{ID: s})
	}
	return p
}

func TestDaysInWords(t *testing.T) {
	b := referenceBuilder(t)
	tests := []struct{ days, rotate, a, turns string }{
		{
			"monday wednesday friday", "a b", "Monday and Friday, the next week Wednesday",
			"Week 1: A on Monday, B on Wednesday, A on Friday. Week 2: B on Monday, A on Wednesday, B on Friday. Then the pattern begins again.",
		},
		{"tuesday friday", "a b", "Tuesday", "Every week: A on Tuesday, B on Friday."},
		{"sunday", "a b", "Sunday, every other week", "Week 1: A on Sunday. Week 2: B on Sunday. Then the pattern begins again."},
		{"sunday", "b a", "Sunday, every other week", "Week 1: B on Sunday. Week 2: A on Sunday. Then the pattern begins again."},
		{
			"monday", "b a c", "Monday in week 2 of 3",
			"Week 1: B on Monday. Week 2: A on Monday. Week 3: C on Monday. Then the pattern begins again.",
		},
		{"monday thursday", "a rest", "Monday", "Every week: A on Monday, Rest on Thursday."},
		{"monday", "a b c a b", "", ""},
		{"", "a b", "", ""},
	}
	for _, test := range tests {
		p := schedule(test.days, test.rotate)
		if got := b.when(p, p.Sessions[0]); got != test.a {
			t.Errorf("%s, %s: A falls on %q, want %q", test.days, test.rotate, got, test.a)
		}
		if got := b.turns(p); got != test.turns {
			t.Errorf("%s, %s: %q, want %q", test.days, test.rotate, got, test.turns)
		}
	}
}

func TestOftenAndWeeksInWords(t *testing.T) {
	b := referenceBuilder(t)
	for want, s := range map[string]regimen.Schedule{
		"once a week": {PerWeek: 1}, "twice a week": schedule("monday friday", "a").Schedule, "3 times a week": {PerWeek: 3},
		"once a day": {PerDay: 1}, "twice a day": {PerDay: 2}, "4 times a day": {PerDay: 4}, "": {},
	} {
		if got := b.often(s); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, r := range map[string]regimen.Range{
		"Weeks 1 to 4": {Min: 1, Max: 4}, "Week 5": {Min: 5, Max: 5}, "Week 13 on": {Min: 13, Open: true},
	} {
		if got := b.phaseWeeks(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestTimeAddsUp adds up what the page shows of each row, and of the ways between them.
func TestTimeAddsUp(t *testing.T) {
	b := referenceBuilder(t)
	for session, want := range map[string]string{"a": "31:27–34:48", "b": "35:22–38:48"} {
		v := b.time(b.lib.Programme("stronger-back").Session(session))
		low, high := 0, 0
		for _, r := range append(v.Rows, timeRow{Together: v.Moves[0].Value}) {
			from, to := seconds(t, r.Together)
			low, high = low+from, high+to
		}
		if got := fmt.Sprintf("%d:%02d–%d:%02d", low/60, low%60, high/60, high%60); got != want || v.Total != want {
			t.Errorf("%s: the rows come to %s and the page says %s, want %s", session, got, v.Total, want)
		}
		if v.Moves[0].Term != "Moving on 6 times, 60\u202fs each" || v.Moves[0].Value != "6:00" {
			t.Errorf("%s: %+v", session, v.Moves)
		}
	}
	bug := b.time(b.lib.Programme("stronger-back").Session("a")).Rows[1]
	if want := (timeRow{"Dead bug", "3 × 8–10 each side", "2:24–3:00", "1:30", "3:54–4:30"}); bug != want {
		t.Errorf("%+v, want %+v", bug, want)
	}
}

// seconds reads 2:24–3:00.
func seconds(t *testing.T, text string) (low, high int) {
	t.Helper()
	from, to, ranged := strings.Cut(text, "–")
	if !ranged {
		to = from
	}
	at := func(clock string) int {
		var m, s int
		if _, err := fmt.Sscanf(clock, "%d:%d", &m, &s); err != nil {
			t.Fatalf("%s: %v", clock, err)
		}
		return 60*m + s
	}
	return at(from), at(to)
}

// TestOneExerciseMovesOnNowhere holds that a session of one row shows no ways.
func TestOneExerciseMovesOnNowhere(t *testing.T) {
	b := referenceBuilder(t)
	rows := b.lib.Programme("stronger-back").Session("a").Rows
	if v := b.time(&regimen.Session{Rows: rows[:1]}); len(v.Moves) != 0 || v.Total != "2:00" {
		t.Errorf("%+v", v)
	}
}

func TestWhatAProgrammeNeeds(t *testing.T) {
	b := referenceBuilder(t)
	must, may := b.needs(b.lib.Programme("stronger-back"), "programmes/stronger-back.html")
	var got []string
	for _, n := range must {
		var uses []string
		for _, l := range n.For {
			uses = append(uses, l.Title+" "+l.URL)
		}
		got = append(got, n.Piece+": "+strings.Join(uses, ", "))
	}
	want := []string{
		"dumbbell or kettlebell: Goblet squat ../exercises/goblet-squat.html, Farmer carry ../exercises/farmer-carry.html",
		"cable machine or resistance band: Pallof press ../exercises/pallof-press.html",
		"bench, chair or fixed edge: Hip thrust ../exercises/hip-thrust.html",
		"trap bar: Trap-bar deadlift ../exercises/trap-bar-deadlift.html",
		"cable machine: Face pull ../exercises/face-pull.html",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(may) == 0 || may[0].Piece != "mat" {
		t.Errorf("what helps: %+v", may)
	}
}

func TestCalendarData(t *testing.T) {
	b := referenceBuilder(t)
	p := *b.lib.Programme("stronger-back")
	p.Title = `</script><b>"&`
	text := b.calendarData(&p, programmePath(p.ID))
	block, ok := strings.CutPrefix(string(text), `<script type="application/json" id="programme-data">`)
	block, closed := strings.CutSuffix(block, "</script>")
	if !ok || !closed || strings.ContainsAny(block, "<>") {
		t.Fatalf("the title can end the element: %s", text)
	}
	var d struct {
		Site      string
		Programme logProgramme
	}
	if err := json.Unmarshal([]byte(block), &d); err != nil {
		t.Fatal(err)
	}
	if d.Site != "stronger-back" || d.Programme.Title != p.Title || d.Programme.Days[2] != "friday" || d.Programme.Sessions[0].URL != "../programmes/stronger-back/a.html" {
		t.Errorf("%+v", d)
	}
	p.Schedule.Days = nil
	if text := b.calendarData(&p, programmePath(p.ID)); text != "" {
		t.Errorf("without weekdays there is %q", text)
	}
}
