"""Step 3: aspirations, goals and what each will do for them, and Goal Attainment Scaling."""
