package figure

// Lengths of the body, in hundredths of its height.
const (
	trunkLength   = 29.5
	thighLength   = 24.0
	shinLength    = 24.0
	soleHeight    = 3.6
	upperLength   = 17.8
	foreLength    = 15.0
	palmLength    = 4.8
	neckLength    = 4.6
	headForward   = 0.9
	hipAside      = 4.9
	shoulderAside = 8.6
	shoulderPlace = 0.93 // along the spine
)

// Radii of the body.
const (
	shoulderRadius = 3.5
	elbowRadius    = 2.5
	wristRadius    = 1.75
	handRadius     = 2.3
	fistRadius     = 2.6
	thighRadius    = 5.5
	kneeRadius     = 3.8
	calfRadius     = 3.75
	ankleRadius    = 2.2
	heelRadius     = 2.0
	ballRadius     = 1.5
	toeRadius      = 1.2
	headRadius     = 6.6
)

// Balls by which a part rests.
const (
	wristRest = wristRadius + 0.6
	backRest  = 5.5
	seatRest  = 6.0
)

// slice is a cross-section of the trunk: two balls of radius depth, side by side.
type slice struct{ place, width, depth, forward float64 }

// trunkSlices gives the trunk from the seat to the neck, by place along the spine.
var trunkSlices = [8]slice{
	{-0.10, 6.2, 4.2, -0.6},
	{0.06, 7.6, 5.5, -0.5},
	{0.22, 7.3, 5.3, -0.1},
	{0.42, 6.5, 4.7, 0},
	{0.62, 7.6, 5.4, 0.3},
	{0.80, 8.8, 5.5, 0.3},
	{0.95, 8.2, 4.2, -0.2},
	{1.03, 4.6, 3.0, -0.4},
}
