"""What is asked of instruments and answers. For a review: `then_and_now.then_and_now(partnership)`."""
