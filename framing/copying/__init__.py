"""What articles share: passages and what was changed in them, wire copy, propositions."""
