package figure

import (
	"fmt"
	"strings"
	"testing"
)

// TestMistakes goes through the table of the design, row by row; what only a decoder
// can see is asked of the functions that serve it.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, figure, want string }{
		{"unknown base", `{base: stading, start: {caption: x}}`,
			`error base: "stading" is not a base; did you mean "standing"?`},
		{"unknown support", `{base: standing, support: [feat], start: {caption: x}}`,
			`error support.feat: "feat" is not a support; did you mean "feet"?`},
		{"unknown place", `{base: standing, start: {caption: x, left: {hand: ear}}}`,
			`error start.left.hand: "ear" is not a place for the hand; did you mean "ears"?`},
		{"unknown prop", `{base: standing, props: [bech], start: {caption: x}}`,
			`error props[0]: "bech" is not a prop; did you mean "bench"?`},
		{"unknown setting", `{base: standing, props: [box, {bench: {hight: 20}}], start: {caption: x}}`,
			`error props[1].bench.hight: "hight" is not a setting of bench; did you mean "height"?`},
		{"unknown part", `{base: standing, start: {caption: x}, end: {caption: y, trunk: 20}, arrow: [hips, left-nee]}`,
			`error arrow[1].part: "left-nee" is not a part; did you mean "left-knee"?`},
		{"unknown thing to hold", `{base: standing, hold: spoon, start: {caption: x}}`,
			`error hold: "spoon" is not a thing to hold; write one of barbell, trap-bar, dumbbells, dumbbell-left, dumbbell-right, goblet, kettlebells, handle, rope, ab-wheel`},
		{"no base", `{start: {caption: x}}`, `error base: a figure needs a base, such as standing`},
		{"no start", `{base: standing}`, `error start: a figure needs a start pose`},
		{"no caption", `{base: standing, start: {trunk: 5}}`,
			`error start.caption: describe this pose in a caption: it is what a screen reader says`},
		{"an end without its caption", `{base: standing, start: {caption: x}, end: {trunk: 20}}`,
			`error end.caption: describe this pose in a caption: it is what a screen reader says`},
		{"knee backwards", `{base: standing, start: {caption: x, knee: -20}}`,
			`error start.knee: knee: -20 bends the knee backwards; write 0 to 150`},
		{"one hip too far", `{base: standing, right: {hip: 140}, start: {caption: x}}`,
			`error right.hip: hip: 140 bends the hip too far; write -30 to 130`},
		{"a setting out of range", `{base: standing, props: [{box: {height: 500}}], start: {caption: x}}`,
			`error props[0].box.height: height: 500 is out of range; write 2 to 150`},
		{"a flat knee", `{base: standing, start: {caption: x, knee: flat}}`, `error start.knee: knee takes degrees, such as 90`},
		{"one side of the trunk", `{base: standing, start: {caption: x, left: {trunk: 20}}}`,
			`error start.left.trunk: trunk belongs to the whole body; write it beside left and right`},
		{"hand out of reach", `{base: standing, hold: barbell, start: {caption: x, left: {hand: [6, 29]}, right: {hand: [6, 50]}}}`,
			`warning start.left.hand: the left hand stops 14 short of the bar: lean further, bend the knees, or move the target`},
		{"hand beside angles", `{base: standing, start: {caption: x, hand: chest, shoulder: 90}}`,
			`warning start.shoulder: hand: chest decides the arm; shoulder: 90 has no effect`},
		{"one hand beside its angle", `{base: standing, start: {caption: x, left: {hand: [20, 70, 4], elbow: 30}}}`,
			`warning start.left.elbow: hand: [20, 70, 4] decides the arm; elbow: 30 has no effect`},
		{"an inherited hand", `{base: standing, start: {caption: x, hand: chest}, end: {caption: y, shoulder: 90, neck: 9}}`,
			`warning end.shoulder: hand: chest decides the arm; shoulder: 90 has no effect`},
		{"no hand any more", `{base: standing, start: {caption: x, hand: chest}, end: {caption: y, hand: none, shoulder: 90}}`, ``},
		{"elbow-to alone", `{base: standing, start: {caption: x, elbow-to: out}}`,
			`warning start.elbow-to: elbow-to is used only with hand`},
		{"elbow-to for a later hand", `{base: standing, start: {caption: x, elbow-to: out}, end: {caption: y, hand: ears}}`, ``},
		{"supports that cannot both touch", `{base: standing, support: [hands, knees], start: {caption: x, shoulder: 180}}`,
			`error start.support: hands and knees cannot both rest on the floor in this pose`},
		{"three supports", `{base: standing, support: [hands, knees, toes], start: {caption: x}}`,
			`error support: name one or two supports; the rest follows from the angles`},
		{"no support", `{base: standing, start: {caption: x, support: []}}`,
			`error start.support: name one or two supports; the rest follows from the angles`},
		{"in the floor", `{base: standing, support: right-foot, start: {caption: x, right: {hip: 100, knee: 100}, left: {knee: 20, ankle: 0}}}`,
			`warning start: the left toes are 30 below the floor`},
		{"a foot in the air", `{base: standing, start: {caption: x, right: {hip: 40, knee: 40}}}`,
			`warning start: the right foot floats 5.6 above the floor; name it as support, or give the ankle an angle`},
		{"falling forwards", `{base: standing, start: {caption: x, trunk: 60, hip: 60}}`,
			`warning start: the figure would fall forwards: take the hips back or lean less`},
		{"falling backwards", `{base: standing, start: {caption: x, trunk: -20}}`,
			`warning start: the figure would fall backwards: take the hips forward or lean more`},
		{"leaning on a machine", `{base: standing, props: [cable], start: {caption: x, trunk: 60, hip: 60}}`, ``},
		{"sliding feet", `{base: hook-lying, anchor: back, start: {caption: x}, end: {caption: y, knee: 110}}`,
			`info end: the feet slide 5 between start and end; name them as anchor`},
		{"the same twice", `{base: standing, start: {caption: x, hip: 0}, end: {caption: y}}`,
			`warning end: start and end look the same; leave out end for a hold`},
		{"a short arrow", `{base: standing, start: {caption: x}, end: {caption: y, trunk: 4, knee: 2}, arrow: hips}`,
			`info arrow[0]: the hips move 4: too little for an arrow`},
		{"an arrow in a hold", `{base: standing, start: {caption: x}, arrow: hips}`,
			`error arrow: an arrow needs an end pose to point to`},
		{"no such thumbnail", `{base: standing, start: {caption: x}, thumbnail: end}`,
			`error thumbnail: there is no end pose: leave out thumbnail`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, found := Draw(read(t, c.figure), "Exercise")
			var lines []string
			for _, p := range found {
				lines = append(lines, fmt.Sprintf("%s %s: %s", p.Severity, p.Where, p.Message))
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if (d.Start == nil) != strings.HasPrefix(c.want, "error") {
				t.Error("a picture unless there is an error")
			}
		})
	}
}

// TestWords asks for the messages that a decoder gives with the table's help.
func TestWords(t *testing.T) {
	var names []string
	keys := map[string]Key{}
	for _, k := range append(Words().Pose, Words().Limb...) {
		if keys[k.Name].Name != "" || k.Meaning == "" {
			t.Errorf("%s: one key of its name, with a meaning", k.Name)
		}
		names, keys[k.Name] = append(names, k.Name), k
	}
	if got := Unknown("start.knees", "knees", "a joint", names).Message; got != `"knees" is not a joint; did you mean "knee"?` {
		t.Error(got)
	}
	if got := keys["hip"].Takes(); got != "hip takes degrees, such as 90" {
		t.Error(got)
	}
	for text, want := range map[string]string{
		"-.5": "write -0.5", ".5": "write 0.5", "90": "", "-12.5": "", "1e2": "",
		"straight": "hip takes degrees, such as 90", "0x10": "hip takes degrees, such as 90",
		"nan": "hip takes degrees, such as 90", ".inf": "hip takes degrees, such as 90", "1e999": "hip takes degrees, such as 90",
	} {
		if _, got := keys["hip"].Number(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for j, k := range angles {
		if int(k.Joint) != j || !strings.Contains(fmt.Sprint(names), k.Name) {
			t.Errorf("%s is not in its place", k.Name)
		}
	}
}
