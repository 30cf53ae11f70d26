package bench

// movement is what the exercises of one kind have in common.
type movement struct {
	name               string
	category, pattern  string
	primary, secondary string
	unit               string // reps, s, m or cycles
	amounts            [2][2]int
	sides              string
	position           string
	stressors          []string // the first grows along a chain of progressions
	loadable           bool
	act                [2]string
}

// movements begin with those that a session also opens and closes with.
var movements = []movement{
	{"back-wave", "mobility", "mobility", "multifidus", "spinal-erectors, abdominals", "cycles", [2][2]int{{6, 8}, {8, 10}}, "both", "hands-and-knees",
		[]string{"spine-flexion-end", "spine-extension-end"}, false,
		[2]string{"Breathe out and round your back a little, from the tailbone up to the neck.", "Breathe in and let your back sink into a small hollow."}},
	{"chair-squat", "strength", "squat", "quadriceps, glutes", "abdominals, adductors", "reps", [2][2]int{{8, 10}, {10, 12}}, "both", "standing",
		[]string{"axial-load", "deep-hip-flexion", "standing-walking"}, true,
		[2]string{"Bend your hips and knees together and sit down between your feet.", "Push through your whole foot and stand up tall."}},
	{"heel-bridge", "hip-and-glute", "hip-extension", "glutes", "hamstrings, abdominals", "reps", [2][2]int{{10, 12}, {12, 15}}, "both", "supine",
		[]string{"spine-extension-loaded", "supine"}, true,
		[2]string{"Press your heels down and lift your hips until your body is one line.", "Pause at the top, then lower your hips slowly."}},
	{"high-row", "strength", "h-pull", "upper-back, latissimus", "rear-deltoids, biceps, forearms", "reps", [2][2]int{{8, 12}, {10, 12}}, "each", "standing",
		[]string{"forward-lean-load", "anti-rotation"}, true,
		[2]string{"Pull your elbow back along your ribs until your hand is beside your waist.", "Let your arm go long again without letting your shoulder drop."}},
	{"heel-tap", "core-stability", "anti-extension", "abdominals, transversus-abdominis", "hip-flexors", "reps", [2][2]int{{6, 8}, {8, 10}}, "alternating", "supine",
		[]string{"anti-extension", "supine"}, false,
		[2]string{"Breathe out and lower one heel until it almost touches the floor.", "Bring it back and do the same with the other leg."}},
	{"chest-press", "strength", "h-push", "chest, triceps", "front-deltoids, abdominals", "reps", [2][2]int{{8, 10}, {10, 12}}, "both", "supine",
		[]string{"strain", "supine"}, true,
		[2]string{"Press both hands away from your chest until your arms are straight.", "Lower them until your elbows are just under your shoulders."}},
	{"hip-stretch", "mobility", "mobility", "", "hip-flexors, glutes", "s", [2][2]int{{20, 30}, {30, 45}}, "each", "kneeling",
		[]string{"hip-rotation-end"}, false,
		[2]string{"Lean forward from your hips until you feel a gentle stretch.", "Stay there and let each breath out make you a little heavier."}},
	{"hinge", "strength", "hinge", "hamstrings, glutes", "spinal-erectors, forearms", "reps", [2][2]int{{8, 10}, {10, 12}}, "both", "standing",
		[]string{"forward-lean-load", "axial-load", "grip"}, true,
		[2]string{"Push your hips back and let your trunk tip forward in one piece.", "Drive your hips forward and stand up tall."}},
	{"side-plank", "core-stability", "anti-lateral", "obliques", "gluteus-medius, abdominals", "s", [2][2]int{{15, 30}, {20, 40}}, "each", "side-lying",
		[]string{"lateral-load", "sustained-isometric"}, false,
		[2]string{"Lift your hips until head, hips and feet are one line.", "Hold the line and keep breathing."}},
	{"leg-lift", "hip-and-glute", "hip-abduction", "gluteus-medius", "glutes", "reps", [2][2]int{{10, 12}, {12, 15}}, "each", "side-lying",
		[]string{"lateral-load"}, true,
		[2]string{"Lift your upper leg without letting your hips roll back.", "Lower it slowly until it rests again."}},
	{"pulldown", "strength", "v-pull", "latissimus", "biceps, upper-back", "reps", [2][2]int{{8, 12}, {10, 12}}, "both", "sitting",
		[]string{"overhead", "sitting"}, true,
		[2]string{"Pull your elbows down to your ribs with your chest up.", "Let your arms go long again, slowly."}},
	{"carry", "strength", "carry", "forearms, abdominals", "obliques, glutes", "m", [2][2]int{{20, 30}, {30, 40}}, "both", "standing",
		[]string{"axial-load", "standing-walking", "grip"}, true,
		[2]string{"Walk with short, even steps and look ahead.", "Turn with small steps, and walk back."}},
	{"open-book", "mobility", "mobility", "", "multifidus, chest", "reps", [2][2]int{{6, 8}, {8, 10}}, "each", "side-lying",
		[]string{"spine-rotation-end"}, false,
		[2]string{"Open your upper arm towards the floor behind you and follow it with your eyes.", "Bring it back in a slow curve."}},
	{"back-lunge", "strength", "lunge", "quadriceps, glutes", "hamstrings, adductors", "reps", [2][2]int{{6, 8}, {8, 10}}, "each", "standing",
		[]string{"balance", "lateral-load", "standing-walking"}, true,
		[2]string{"Lower your back knee straight down towards the floor.", "Push through the front foot and come up again."}},
	{"anti-twist-press", "core-stability", "anti-rotation", "obliques, transversus-abdominis", "glutes", "reps", [2][2]int{{8, 10}, {10, 12}}, "each", "standing",
		[]string{"anti-rotation", "standing-walking"}, true,
		[2]string{"Press both hands straight out and do not let them drift.", "Bring them back to your chest slowly."}},
	{"front-raise", "strength", "isolation", "front-deltoids", "upper-back", "reps", [2][2]int{{10, 12}, {12, 15}}, "both", "standing",
		[]string{"strain", "standing-walking"}, true,
		[2]string{"Lift your arms in front of you to the height of your eyes.", "Lower them more slowly than you lifted them."}},
	{"bird-reach", "core-stability", "anti-rotation", "multifidus, glutes", "abdominals", "reps", [2][2]int{{6, 8}, {8, 10}}, "alternating", "hands-and-knees",
		[]string{"anti-rotation", "balance"}, false,
		[2]string{"Reach one arm and the opposite leg away from you.", "Bring both back under you and change sides."}},
	{"calf-raise", "strength", "isolation", "calves", "quadriceps", "reps", [2][2]int{{10, 12}, {12, 15}}, "both", "standing",
		[]string{"balance", "standing-walking"}, true,
		[2]string{"Rise on the balls of your feet as high as is easy.", "Lower your heels until they just touch."}},
	{"ankle-rock", "mobility", "mobility", "calves", "", "reps", [2][2]int{{8, 10}, {10, 12}}, "each", "kneeling",
		[]string{"balance"}, false,
		[2]string{"Let your front knee travel over your toes while your heel stays down.", "Rock back until your weight is even again."}},
	{"step-up", "balance", "lunge", "quadriceps, gluteus-medius", "glutes, calves", "reps", [2][2]int{{6, 8}, {8, 10}}, "each", "standing",
		[]string{"balance", "lateral-load"}, true,
		[2]string{"Put your whole foot on the step and stand up on it.", "Lower yourself slowly until the other foot touches."}},
}

// implement is what an exercise is done with.
type implement struct{ name, equipment string }

// implements load a movement, props only change it; the first of each is the body
// alone.
var (
	implements = []implement{
		{}, {"dumbbell", "dumbbell"}, {"band", "band"}, {"cable", "cable"}, {"kettlebell", "kettlebell"},
		{"machine", "machine"}, {"medicine-ball", "medicine-ball"}, {"ankle-weight", "ankle-weight"}, {"light-band", "light-band"},
	}
	props = []implement{
		{}, {"mat", "mat"}, {"bench", "bench"}, {"step", "box"}, {"wall", "wall"},
		{"chair", "bench"}, {"cushion", ""}, {"towel", ""}, {"strap", "light-band"},
	}
)

// stances, finishes and levels multiply the movements; levels run from easy to hard
// and make the chains of progressions.
var (
	stances = []string{"", "staggered", "wide", "narrow", "half-kneeling", "split-stance", "offset", "tall", "low", "crossed"}

	finishes = []string{"", "with-pause", "with-reach", "with-slow-return", "at-wall", "with-long-breath",
		"to-target", "with-half-step", "with-turned-feet", "with-eyes-closed", "with-soft-knees", "to-a-beat"}

	levels = []string{"supported", "gentle", "", "steady", "long-lever"}
)
