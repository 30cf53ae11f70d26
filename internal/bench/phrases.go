package bench

// starts is the first step, by position.
var starts = map[string]string{
	"standing":        "Stand with your feet as wide as your hips and your weight even on both.",
	"sitting":         "Sit tall near the front of a bench with both feet flat on the floor.",
	"supine":          "Lie on your back with your knees bent and your feet flat, as wide as your hips.",
	"side-lying":      "Lie on your side with your head supported and your knees a little bent.",
	"hands-and-knees": "Start on hands and knees, hands under your shoulders and knees under your hips.",
	"kneeling":        "Kneel on something soft with one foot in front of you and your trunk tall.",
}

var (
	braces = []string{
		"Breathe in, and gently tighten your tummy as if somebody were about to nudge you.",
		"Let your ribs settle over your hips and keep your neck long.",
		"Find the middle between a rounded and a hollow back, and stay there.",
		"Let your shoulders sink away from your ears and look straight ahead.",
	}
	closings = []string{
		"Breathe out as you work and in as you come back, and take your time.",
		"Come back to the start under control and breathe before you go again.",
		"Pause for a moment at the end, breathe, and begin the next one slowly.",
	}
	sideSwitch = "Finish all the reps on one side. Then change sides and repeat."

	points = []string{
		"Move slowly enough that you could stop at any point.",
		"Keep your back still while your arms and legs do the work.",
		"Keep your weight even on both sides.",
		"Stop the set while you could still do two or three more.",
		"Let your jaw and your hands stay loose.",
		"Make the movement smaller on a day when your back feels stiff.",
		"Look at one spot, so that your head does not wander.",
		"Press into the floor with whatever touches it.",
	}
	breaths = []string{
		"Breathe: out as you work, in as you return.",
		"Breathe: keep it flowing, and never hold it to get through.",
		"Breathe: in through the nose before you start, out slowly as you go.",
	}
	mistakes = []string{
		"You rush. Count to two on the way out and two on the way back.",
		"Your lower back arches. Make the movement smaller and tighten your tummy again.",
		"You hold your breath. Count out loud, and the air will flow.",
		"Your shoulders creep up. Let them sink before each set.",
		"One side does more than the other. Slow down and even it out.",
		"You go on although your form has changed. End the set there and rest.",
		"Your neck gets tired. Look a little further away and keep it long.",
		"The last reps look different from the first. Choose an easier version for now.",
	}
	purposes = []string{
		"Trains you to stay steady while you move, as you must when you reach, lift and walk.",
		"Builds strength for stairs, low chairs and the shopping, without haste.",
		"Helps your trunk and hips to share the work, so that no one part does it all.",
		"Gives you a version that asks a little more than the one before, and no more than that.",
	}
	endings = []string{"your form changes", "your back starts to move", "you have to hold your breath", "the movement gets shorter"}
	reasons = []string{"it is the same movement with more support", "it asks less of your back and works the same muscles"}

	// sources are references of the embedded content.
	sources = []string{"mcgill2010", "gordon2016", "hayden2021", "owen2020", "who2023", "smith2017", "nice2016", "saraceni2020", "acsm2009", "caterisano2019"}
)

// aims and what follows give the titles of programmes and guides.
var (
	aims     = []string{"Steadier", "Stronger", "Calmer", "Easier", "Lighter", "Firmer", "Surer", "Suppler", "Taller", "Quieter"}
	subjects = []string{"back", "hips", "trunk", "shoulders", "legs", "lifting", "walking", "gardening", "mornings", "desk days"}
	readers  = []string{"at home", "in the gym", "with little kit", "for beginners", "after a long break", "in short sessions", "for runners",
		"for carers", "with a band", "on busy weeks"}
	topics = []string{"Pacing", "Sleep", "Sitting", "Lifting", "Walking", "Soreness", "Patience", "Breathing", "Warm-ups", "Rest days"}
	angles = []string{"in the first weeks", "when work is busy", "on a bad day", "after a break", "without a gym", "with a partner", "in winter",
		"when you travel", "past sixty", "for the impatient"}
)

// paragraphs fill guides and programmes; %s is a link or a citation.
var paragraphs = []string{
	"Start with less than you think you need. A first session should feel almost too easy, because the next day is the real test. If it is calm, add a little. The %s is a good place to feel what that means.",
	"There is no one right way to move. What counts is that you do something often enough, and that it fits into your week. Many people begin with the %s and keep it for months.",
	"Some days will be worse than others, and they undo nothing. Do one set less, make the movement smaller, or choose an easier version such as the %s. Then go on where you were.",
	"Write down what you did. Three words are enough: the exercise, the load and how it felt. After four weeks you will see more in those lines than you can remember. A longer account stands in the literature %s.",
	"Strength comes slowly and stays long. Most of what you notice in the first weeks is skill: your body learns how to share the work. Later the muscles follow. How much is enough is discussed elsewhere %s.",
	"Rest is part of the plan and not a gap in it. Leave a day between two sessions if you can, and walk a little on the days between. Sleep helps more than any trick. If you miss a day, do the %s and call it done.",
}
