// Package figure draws the figures of exercises: one or two body positions, told in
// joint angles, become flat line figures in SVG.
//
// In comes a Figure, plain values in the words of the notation; out come two pictures
// and a thumbnail as bytes, and the problems found on the way. The stages follow each
// other in Draw: check the words, resolve the layers of a pose, place the skeleton on
// the floor, judge what was placed, paint it.
//
// Lengths are hundredths of body height, angles are degrees. The package knows the
// body and the things beside it. It knows nothing of YAML, of files, of pages and of
// exercises, and it imports only the standard library.
package figure

// Figure is the value of a figure: key. The zero value of a field means that the
// author left the key out.
type Figure struct {
	Base      string
	View      View
	Anchor    string
	Hold      string
	Plates    string
	Props     []Prop
	Arrows    []Arrow
	Thumbnail string
	Common    Pose // pose keys in the figure itself, which both poses inherit
	Start     *Pose
	End       *Pose     // nil for a hold
	PoseNames [2]string // of start and end in titles; empty: in English
}

// View is where the figure is seen from: a word, or degrees about the vertical and
// downwards. The zero value is the side view.
type View struct {
	Name       string
	Turn, Tilt float64
}

// Pose is one layer of a position: what it leaves out comes from the layer below.
type Pose struct {
	Caption string
	Support []Support
	Both    Limbs // the trunk's joints, and both sides' limbs at once
	Left    Limbs
	Right   Limbs
}

// Support is a part that carries the body, and the height it rests at.
type Support struct {
	Part   string
	Height float64
}

// Limbs are the keys of an arm and a leg.
type Limbs struct {
	Angles  [Joints]Angle
	Hand    Hand
	ElbowTo string
}

// Angle is an optional number of degrees, or the word flat.
type Angle struct {
	Degrees   float64
	Set, Flat bool
}

// Degrees is an angle that was written.
func Degrees(d float64) Angle { return Angle{Degrees: d, Set: true} }

// Flat is the angle written as the word flat.
func Flat() Angle { return Angle{Set: true, Flat: true} }

// Hand is what a hand reaches for: a place on the body, the word none, or a target in
// the room as x, y and perhaps z.
type Hand struct {
	Place  string
	Target []float64
}

func (h Hand) written() bool { return h.Place != "" || h.Target != nil }

// Prop is a thing that stands in the room, with the settings that were written.
type Prop struct {
	Name     string
	Settings []Setting
}

// Setting is one setting of a prop: a number, or a word.
type Setting struct {
	Name   string
	Number float64
	Word   string
}

// Arrow shows the path of a part, moved along its own direction and to its left.
type Arrow struct {
	Part          string
	Ahead, Beside float64
}

// Drawing holds SVG documents. End is empty for a hold; Thumbnail is one pose without
// arrow and title, for decoration.
type Drawing struct {
	Start, End, Thumbnail []byte
}

// Draw draws a figure; name is the exercise's name, which begins the titles and makes
// the ids unique. With an error among the problems there is no drawing.
func Draw(f Figure, name string) (Drawing, []Problem) {
	found := Check(f)
	if failed(found) {
		return Drawing{}, found
	}
	s, more := stage(f)
	found = append(found, more...)
	if failed(more) {
		return Drawing{}, found
	}
	drawing, more := paint(s, name)
	return drawing, append(found, more...)
}
