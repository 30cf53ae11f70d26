/** Does something while no other tab does the same; where the browser has no locks, or refuses, at once. */
export async function alone(locks, name, work) {
  let begun = false;
  const once = () => {
    begun = true;
    work();
  };
  try {
    await locks?.request(name, once);
  } catch (e) {
    if (begun) throw e;
  }
  if (!begun) once();
}
