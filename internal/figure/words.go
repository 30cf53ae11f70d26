package figure

// The words of the notation. Nothing writes to these tables.
var (
	supports = []string{
		"feet", "left-foot", "right-foot", "toes", "left-toes", "right-toes", "knees", "left-knee", "right-knee",
		"hands", "left-hand", "right-hand", "elbows", "hips", "back", "upper-back", "chest", "lowest",
	}
	parts = []string{
		"head", "neck", "chest", "belly", "hips", "hands", "elbows", "knees", "feet",
		"left-hand", "right-hand", "left-wrist", "right-wrist", "left-elbow", "right-elbow", "left-shoulder", "right-shoulder",
		"left-hip", "right-hip", "left-knee", "right-knee", "left-ankle", "right-ankle", "left-foot", "right-foot",
	}
	places = []string{
		"chest", "belly", "ribs", "hips", "head", "ears", "face", "front-rack", "back-rack", "overhead", "chest-bar", "none",
	}
	directions = []string{"back", "down", "out", "up", "front"}
	holds      = []string{
		"barbell", "trap-bar", "dumbbells", "dumbbell-left", "dumbbell-right", "goblet", "kettlebells", "handle", "rope", "ab-wheel",
	}
	plateSizes = []string{"large", "small"}
	viewNames  = []string{"side", "front", "back"}
	unders     = []string{"hips", "back", "chest", "feet"}
)

var figureKeys = []Key{
	{Name: "base", Kind: WordKey, Words: baseNames, Meaning: "the position to start from"},
	{Name: "view", Kind: ViewKey, Words: viewNames, Meaning: "where the figure is seen from"},
	{Name: "anchor", Kind: WordKey, Words: supports, Meaning: "the part that stays in place"},
	{Name: "hold", Kind: WordKey, Words: holds, Meaning: "the thing in the hands"},
	{Name: "plates", Kind: WordKey, Words: plateSizes, Meaning: "the size of a bar's plates"},
	{Name: "props", Kind: PropsKey, Meaning: "a list of things that stand in the room"},
	{Name: "start", Kind: PoseKey, Meaning: "the first pose"},
	{Name: "end", Kind: PoseKey, Meaning: "the second pose, which inherits from the first"},
	{Name: "arrow", Kind: ArrowKey, Words: parts, Meaning: "a part whose path is shown, or a list of them"},
	{Name: "thumbnail", Kind: WordKey, Words: []string{"start", "end"}, Meaning: "the pose of the small picture"},
}

var viewKeys = []Key{
	{Name: "turn", Kind: NumberKey, Min: -180, Max: 180, Meaning: "degrees about the vertical: 90 from the front"},
	{Name: "tilt", Kind: NumberKey, Min: 0, Max: 80, Meaning: "degrees downwards"},
}

var arrowKeys = []Key{
	{Name: "part", Kind: WordKey, Words: parts, Meaning: "the part that moves"},
	{Name: "ahead", Kind: NumberKey, Min: -60, Max: 60, Meaning: "how far to move the arrow along its direction"},
	{Name: "beside", Kind: NumberKey, Min: -60, Max: 60, Meaning: "how far to move the arrow to its left"},
}

// angles holds the key of each joint, in the joints' order.
var angles = [Joints]Key{
	Trunk: angle(Trunk, "trunk", -110, 135, "leaning forward from upright: 90 face down, -90 face up").
		does("leans too far back", "leans too far forward"),
	Spine:       angle(Spine, "spine", -60, 90, "rounding; negative arches").does("arches too far", "rounds too far"),
	Twist:       angle(Twist, "twist", -70, 70, "turning the shoulders to the right").does("twists too far", "twists too far"),
	SideBend:    angle(SideBend, "side-bend", -40, 40, "bending to the right").does("bends too far", "bends too far"),
	Neck:        angle(Neck, "neck", -50, 60, "chin towards chest").does("tips the head too far back", "tucks the chin too far"),
	Hip:         angle(Hip, "hip", -30, 130, "flexion").does("takes the thigh too far back", "bends the hip too far"),
	HipOut:      angle(HipOut, "hip-out", -30, 90, "abduction").does("crosses the legs too far", "spreads the legs too far"),
	HipTurn:     angle(HipTurn, "hip-turn", -90, 90, "outward rotation").does("turns the thigh too far", "turns the thigh too far"),
	Knee:        angle(Knee, "knee", 0, 150, "bending").does("bends the knee backwards", "bends the knee too far"),
	Ankle:       angle(Ankle, "ankle", -75, 40, "toes towards shin").does("points the toes too far", "lifts the toes too far").orFlat(),
	Shoulder:    angle(Shoulder, "shoulder", -60, 185, "raising forward: 180 is overhead").does("takes the arm too far back", "raises the arm too far"),
	ShoulderOut: angle(ShoulderOut, "shoulder-out", -40, 120, "abduction").does("crosses the arm too far", "raises the arm too far"),
	ShoulderTurn: angle(ShoulderTurn, "shoulder-turn", -90, 90, "outward rotation").
		does("turns the arm too far", "turns the arm too far"),
	Elbow: angle(Elbow, "elbow", 0, 150, "bending").does("bends the elbow backwards", "bends the elbow too far"),
	Wrist: angle(Wrist, "wrist", -60, 90, "turning the hand the way the elbow bends").
		does("bends the hand too far back", "bends the hand too far").orFlat(),
}

func angle(j Joint, name string, least, most float64, meaning string) Key {
	return Key{Name: name, Kind: AngleKey, Min: least, Max: most, Joint: j, Meaning: meaning}
}

func (k Key) does(below, above string) Key {
	k.below, k.above = below, above
	return k
}

func (k Key) orFlat() Key {
	k.Words = []string{"flat"}
	return k
}

// things holds the props in the order of the design.
var things = []Thing{
	{"bench", "a bench, flat or with a backrest", []Key{
		{Name: "under", Kind: WordKey, Words: unders, Meaning: "the part that rests on it in the last pose"},
		measure("shift", -100, 100, 0, "how far forward of that part"),
		measure("at", -200, 200, 0, "place of its middle"),
		measure("height", 2, 150, 24, "height of the seat"),
		measure("length", 4, 200, 34, "length forward"),
		measure("width", 2, 100, 15, "width sideways"),
		measure("back", -30, 90, 0, "a backrest, in degrees leaned back"),
		measure("back-height", 4, 80, 30, "height of the backrest"),
	}},
	{"box", "a solid box", []Key{
		{Name: "under", Kind: WordKey, Words: unders, Meaning: "the part that rests on it in the last pose"},
		measure("shift", -100, 100, 0, "how far forward of that part"),
		measure("at", -200, 200, 0, "place of its middle"),
		measure("height", 2, 150, 24, "height"),
		measure("length", 4, 200, 34, "length forward"),
	}},
	{"cable", "a cable column with a line to the hands", []Key{
		measure("at", -200, 200, 45, "place of the column"),
		measure("side", -200, 200, 0, "place of the column to the figure's right"),
		measure("height", 2, 150, 60, "height of the pulley"),
		measure("top", 10, 150, 92, "height of the column"),
		{Name: "to", Kind: WordKey, Words: []string{"rope"}, Meaning: "what hangs on the line"},
	}},
	{"band", "an elastic band round both thighs", nil},
	{"incline", "an inclined pad along the front of the trunk", nil},
	{"pad", "the hip pad of a back-extension frame", nil},
	{"ankle-pad", "the ankle roller of a back-extension frame", nil},
	{"chest-bar", "a turning bar in front of the chest, on a post", nil},
}

func measure(name string, least, most, normally float64, meaning string) Key {
	return Key{Name: name, Kind: NumberKey, Min: least, Max: most, Default: normally, Meaning: meaning}
}
