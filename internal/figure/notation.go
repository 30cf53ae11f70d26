package figure

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Notation is every key and word of the notation, for a decoder and a JSON Schema.
type Notation struct {
	Figure []Key // keys of the figure alone; those of Pose stand beside them
	Pose   []Key // keys of start and end; those of Limb stand beside them
	Limb   []Key // keys of left and right
	View   []Key
	Arrow  []Key
	Props  []Thing
}

// Thing is a prop with its settings.
type Thing struct {
	Name, Meaning string
	Settings      []Key
}

// Key is one key with what may be written there.
type Key struct {
	Name     string
	Kind     Kind
	Words    []string // for a Word; beside degrees the word flat; beside a target the places
	Min, Max float64  // of Angles and Numbers
	Default  float64  // of a Number
	Joint    Joint    // of an AngleKey
	Meaning  string

	below, above string // what a number out of range would do
}

// Kind is the shape of a key's value.
type Kind uint8

// AngleKey takes degrees of Joint, NumberKey a number from Min to Max, WordKey one of
// Words. SupportKey takes one or two Words, in a list or with heights; ReachKey one of
// Words or a target. The others hold what the design says of them.
const (
	TextKey Kind = iota
	WordKey
	NumberKey
	AngleKey
	SupportKey
	ReachKey
	ViewKey
	PropsKey
	ArrowKey
	PoseKey
	LimbsKey
)

// Words gives the notation. The caller may change the slices' order, not their words.
func Words() Notation {
	pose := slices.Concat(
		[]Key{
			{Name: "caption", Kind: TextKey, Meaning: "one line that says what the pose looks like"},
			{Name: "support", Kind: SupportKey, Words: supports, Max: 100, Meaning: "one or two parts that carry the body"},
			{Name: "left", Kind: LimbsKey, Meaning: "keys of the left arm and leg"},
			{Name: "right", Kind: LimbsKey, Meaning: "keys of the right arm and leg"},
		}, angles[:Hip])
	limb := slices.Concat(angles[Hip:], []Key{
		{Name: "hand", Kind: ReachKey, Words: places, Min: -150, Max: 150, Meaning: "a place for the hand to reach"},
		{Name: "elbow-to", Kind: WordKey, Words: directions, Meaning: "where the elbow points when the hand reaches"},
	})
	return Notation{
		Figure: slices.Clone(figureKeys), Pose: pose, Limb: limb,
		View: slices.Clone(viewKeys), Arrow: slices.Clone(arrowKeys), Props: slices.Clone(things),
	}
}

// Takes says what may be written for the key.
func (k Key) Takes() string {
	switch k.Kind {
	case AngleKey:
		return k.Name + " takes degrees, such as " + strconv.Itoa(int(min(90, k.Max)))
	case NumberKey:
		return k.Name + " takes a number, such as " + plain(k.Default)
	case WordKey, SupportKey, ReachKey:
		return k.Name + " takes one of " + strings.Join(k.Words, ", ")
	}
	return k.Name + " takes " + k.Meaning
}

// Number reads an unquoted number; the message says what to write instead of another.
func (k Key) Number(text string) (number float64, message string) {
	bare := strings.TrimLeft(text, "+-")
	if strings.HasPrefix(bare, ".") {
		if _, err := strconv.ParseFloat(bare, 64); err == nil {
			return 0, "write " + strings.TrimSuffix(text, bare) + "0" + bare
		}
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || number-number != 0 || strings.ContainsAny(text, "xXpP_") {
		return 0, k.Takes()
	}
	return number, ""
}

// wrong says why a number does not do, or nothing.
func (k Key) wrong(x float64) string {
	if x >= k.Min && x <= k.Max {
		return ""
	}
	does := "is out of range"
	switch {
	case x < k.Min && k.below != "":
		does = k.below
	case x > k.Max && k.above != "":
		does = k.above
	}
	return fmt.Sprintf("%s: %s %s; write %s to %s", k.Name, plain(x), does, plain(k.Min), plain(k.Max))
}
